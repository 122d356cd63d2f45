#include <boost/test/unit_test.hpp>

#include <thread>

#include "domain/subscriptions/access_book.h"
#include "support/shop.h"
#include "support/worker.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;
using Mood = test::GatewayFake::Mood;

namespace {

// Somebody who paid, the office that gives back, and the worker that sends it.
struct Desk : test::Shop {
    test::Person officer = test::a_person(db, "admin");
    db::Session office{{test::clone_as("ssr_admin")}};
    Refunds refunds{office, clock, gateway.config()};
    test::Worker worker{clock, gateway.config()};
    Payment payment = paid();

    Desk() { only_own_jobs(); }

    Payment paid(Wish what = {.module = Module::estimate, .months = 3}) {
        auto const made = order(std::move(what));
        auto const word = told(made);
        gateway.has(word);
        counter.capture.apply(word, Messenger::webhook);
        return *PaymentStore{db}.find(sita.id, made.public_id);
    }
    RefundWish some(std::int64_t paise, bool ends_access = false, std::string key = {}) const {
        return {.payment = payment.public_id,
                .amount = Money::from_paise(paise),
                .reason = "Wrong module",
                .ends_access = ends_access,
                .by = officer.id,
                .ip_address = "10.0.0.1",
                .idempotency_key = std::move(key)};
    }
    Refund given(std::int64_t paise, bool ends_access = false) {
        auto refund = refunds.request(some(paise, ends_access));
        BOOST_REQUIRE(bool(refund));
        return *std::move(refund);
    }
    bool is_refused(std::int64_t paise, RefundRefused why) {
        auto const refund = refunds.request(some(paise));
        return !refund && refund.error() == why;
    }
    std::string status_of_refund(Refund const& refund) {
        return std::string{code(RefundStore{db}.find(refund.public_id)->status)};
    }
    std::int64_t count_of(std::string const& from) {
        return db.one("SELECT count(*) AS n FROM " + from + " WHERE p.id = :payment",
                      {{"payment", payment.id}}, [](db::Row const& row) { return row.integer("n"); });
    }
    std::int64_t notes(std::string const& and_that = "true") {
        return count_of("credit_notes n JOIN invoices i ON i.id = n.invoice_id AND (" + and_that +
                        ") JOIN payments p ON p.id = i.payment_id");
    }
    bool is_open() {
        return subscriptions::allows(
            subscriptions::AccessBook{db, clock}.of(sita.id, Module::estimate).reason);
    }
    GatewayRefund told_of(std::int64_t paise, RefundStatus status = RefundStatus::processed) const {
        return {.id = test::fresh_gateway_id("rfnd_"),
                .payment_id = *payment.gateway_payment_id,
                .amount = Money::from_paise(paise),
                .status = status};
    }
    RefundOutcome hear(GatewayRefund const& word) { return counter_of_worker.apply(word); }
    Refunds counter_of_worker{worker.db, clock, gateway.config()};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(giving_back, Desk)

BOOST_AUTO_TEST_CASE(a_part_goes_back_with_its_credit_note_and_the_module_stays_open) {
    auto const refund = given(10000);
    BOOST_TEST(refund.credit_note_number.starts_with("SCN/26-27/"));
    BOOST_TEST(status_of_refund(refund) == "pending");
    BOOST_TEST(status_of(payment) == "captured");
    worker.runner.run_due();
    BOOST_TEST(status_of_refund(refund) == "processed");
    BOOST_TEST(status_of(payment) == "partially_refunded");
    BOOST_TEST(gateway.refunds().size() == 1u);
    BOOST_TEST(gateway.refunds().count(refund.public_id.text()) == 1u);
    BOOST_TEST(notes("n.total_amount_paise = 10000") == 1);
    BOOST_TEST(is_open());
    BOOST_TEST(count("outbox_messages", "kind = 'refund'") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(all_of_it_in_parts_is_the_whole_invoice) {
    given(33333);
    given(33333);
    given(payment.total.paise() - 66666, true);
    worker.runner.run_due();
    BOOST_TEST(status_of(payment) == "refunded");
    clock.advance(1s);
    BOOST_TEST(!is_open());
    BOOST_TEST(db.one(R"(
        SELECT sum(n.taxable_paise) = i.taxable_paise AND sum(n.cgst_paise) = i.cgst_paise AND sum(n.sgst_paise) = i.sgst_paise
               AND sum(n.total_amount_paise) = i.total_amount_paise AS is_whole
          FROM invoices i JOIN credit_notes n ON n.invoice_id = i.id WHERE i.payment_id = :payment GROUP BY i.id
    )",
                      {{"payment", payment.id}}, [](db::Row const& row) { return row.flag("is_whole"); }));
    BOOST_TEST(is_refused(100, RefundRefused::more_than_left));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(more_than_is_left_is_refused_also_while_a_part_is_on_its_way) {
    BOOST_TEST(is_refused(payment.total.paise() + 1, RefundRefused::more_than_left));
    given(payment.total.paise() - 200);
    BOOST_TEST(is_refused(201, RefundRefused::more_than_left));
    BOOST_TEST(is_refused(99, RefundRefused::below_a_rupee));
    given(200);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(two_officers_at_once_give_back_no_more_than_there_is) {
    std::atomic<int> agreed = 0;
    std::vector<std::thread> officers;
    for (int i = 0; i < 8; ++i)
        officers.emplace_back([&] {
            db::Session own{{test::clone_as("ssr_admin")}};
            agreed += bool(Refunds{own, clock, gateway.config()}.request(some(payment.total.paise() / 2)));
        });
    for (auto& each : officers) each.join();
    BOOST_TEST(agreed == 2);
    BOOST_TEST(notes() == 2);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_double_click_gives_back_once) {
    auto const first = refunds.request(some(10000, false, "click"));
    auto const again = refunds.request(some(10000, false, "click"));
    BOOST_REQUIRE((first && again));
    BOOST_TEST((first->public_id == again->public_id));
    BOOST_TEST(first->credit_note_number == again->credit_note_number);
    worker.runner.run_due();
    BOOST_TEST(gateway.refunds().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_lost_answer_is_asked_for_again_and_gives_back_once) {
    auto const refund = given(10000);
    gateway.be(Mood::losing);
    worker.runner.run_due();
    BOOST_TEST(status_of_refund(refund) == "pending");
    BOOST_TEST(gateway.refunds().size() == 1u);
    gateway.be(Mood::well);
    clock.advance(1h);
    worker.runner.run_due();
    BOOST_TEST(status_of_refund(refund) == "processed");
    BOOST_TEST(gateway.refunds().size() == 1u);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_refund_that_the_gateway_cannot_make_counts_no_more_and_waits_for_staff) {
    auto const refund = given(2468, true);
    worker.runner.run_due();
    BOOST_TEST(status_of_refund(refund) == "failed");
    BOOST_TEST(status_of(payment) == "captured");
    BOOST_TEST(is_open());
    BOOST_TEST(notes("n.cancelled_at IS NOT NULL") == 1);
    BOOST_TEST(count("payments", "review_reason LIKE 'refund of 24.68 failed%' AND refunded_paise = 0") == 1);
    // The next one may take all of it.
    given(payment.total.paise());
    worker.runner.run_due();
    BOOST_TEST(status_of(payment) == "refunded");
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(only_what_was_paid_and_not_too_long_ago_goes_back) {
    auto const open = order({.module = Module::bill, .months = 1});
    auto wish = some(100);
    wish.payment = open.public_id;
    auto const unpaid = refunds.request(wish);
    BOOST_TEST((!unpaid && unpaid.error() == RefundRefused::not_paid));
    wish.payment = PublicPaymentId::fresh();
    auto const unknown = refunds.request(wish);
    BOOST_TEST((!unknown && unknown.error() == RefundRefused::unknown_payment));
    clock.set(add_months(*payment.captured_at, 6));
    given(100);
    clock.advance(1s);
    BOOST_TEST(is_refused(100, RefundRefused::too_late));
}

BOOST_AUTO_TEST_CASE(what_the_gateway_tells_again_and_again_counts_once) {
    auto const word = told_of(50000);
    auto created = word;
    created.status = RefundStatus::pending;
    BOOST_TEST((hear(created) == RefundOutcome::applied));
    BOOST_TEST((hear(word) == RefundOutcome::applied));
    for (auto const& again : {created, word, created})
        BOOST_TEST((hear(again) == RefundOutcome::nothing_new));
    BOOST_TEST(count("payments", "refunded_paise = 50000 AND status = 'partially_refunded'") == 1);
    BOOST_TEST(notes() == 1);
    BOOST_TEST(is_open());
    hear(told_of(payment.total.paise() - 50000));
    BOOST_TEST(status_of(payment) == "refunded");
    clock.advance(1s);
    BOOST_TEST(!is_open());
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_refund_beyond_what_was_paid_is_not_booked_and_waits_for_staff) {
    BOOST_TEST((hear(told_of(payment.total.paise() + 1)) == RefundOutcome::in_review));
    BOOST_TEST(count("payments", "review_reason LIKE 'refund rfnd_%' AND refunded_paise = 0") == 1);
    auto stranger = told_of(100);
    stranger.payment_id = test::fresh_gateway_id("pay_");
    BOOST_TEST((hear(stranger) == RefundOutcome::unknown_payment));
    BOOST_TEST(notes() == 0);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(our_own_refund_is_known_by_its_note_when_the_event_is_faster_than_the_answer) {
    auto const refund = given(10000);
    auto word = told_of(10000);
    word.ours = refund.public_id.text();
    BOOST_TEST((hear(word) == RefundOutcome::applied));
    BOOST_TEST(status_of_refund(refund) == "processed");
    BOOST_TEST(RefundStore{db}.list(payment.id).size() == 1u);
    BOOST_TEST(notes() == 1);
}

BOOST_AUTO_TEST_CASE(a_second_payment_goes_back_by_itself_without_a_credit_note) {
    auto const second = told(payment);
    gateway.has(second);
    counter.capture.apply(second, Messenger::webhook);
    worker.runner.run_due();
    BOOST_TEST(gateway.refunds().size() == 1u);
    BOOST_TEST((gateway.refunds().begin()->second.payment_id == second.id));
    BOOST_TEST(status_of(payment) == "captured");
    BOOST_TEST(notes() == 0);
    BOOST_TEST(is_open());
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(only_the_stretch_that_was_given_back_ends) {
    auto const first = payment;
    payment = paid();
    given(payment.total.paise(), true);
    worker.runner.run_due();
    BOOST_TEST(is_open());
    BOOST_TEST(count("subscriptions", "expires_at = '2027-02-24T10:00:00Z'") == 1);
    // And of two, the later one moves up where the first is given back.
    auto const third = paid();
    clock.advance(24h * 31);
    payment = first;
    given(payment.total.paise(), true);
    worker.runner.run_due();
    BOOST_TEST(is_open());
    BOOST_TEST(count("subscriptions", "expires_at < '2027-05-24T10:00:00Z' AND status = 'active'") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(credit_notes_are_numbered_without_gap_under_parallel_refunds) {
    std::vector<Payment> payments;
    for (int i = 0; i < 6; ++i) payments.push_back(paid({.module = Module::bill, .months = 1}));
    std::vector<std::thread> officers;
    for (auto const& each : payments)
        officers.emplace_back([&] {
            db::Session own{{test::clone_as("ssr_admin")}};
            auto wish = some(100);
            wish.payment = each.public_id;
            for (int i = 0; i < 5; ++i)
                BOOST_CHECK(bool(Refunds{own, clock, gateway.config()}.request(wish)));
        });
    for (auto& each : officers) each.join();
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_SUITE_END()
