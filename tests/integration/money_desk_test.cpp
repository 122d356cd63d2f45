#include <boost/test/unit_test.hpp>

#include "domain/billing/credit_note_book.h"
#include "domain/billing/event_console.h"
#include "domain/billing/gateway_events.h"
#include "domain/billing/nightly.h"
#include "domain/billing/payment_desk.h"
#include "domain/billing/payment_file.h"
#include "domain/billing/review_queue.h"
#include "domain/billing/webhook_inbox.h"
#include "support/shop.h"
#include "support/worker.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;

namespace {

// What staff see and do of money, and what the night finds.
struct MoneyDesk : test::Shop {
    test::Person officer = test::a_person(db, "admin");
    db::Session office{{test::clone_as("ssr_admin")}};
    test::Worker worker{clock, gateway.config()};
    Capture capture{worker.db, clock, gateway.config()};
    Nightly nightly{worker.db, clock, gateway.config(), counter.gateway, capture};
    ReviewQueue queue{office, clock, gateway.config()};

    MoneyDesk() {
        only_own_jobs();
        db.execute("DELETE FROM reconciliation_reports");
    }

    bool has(std::vector<Difference> const& all, Difference::Kind kind, std::string const& subject) {
        return std::any_of(all.begin(), all.end(),
                           [&](auto const& each) { return each.kind == kind && each.subject == subject; });
    }
    /// "10-05-2031 11-05-2031": in the order in which they were compared.
    std::string compared_days() {
        std::string days;
        for (auto const& each :
             db.list("SELECT from_at FROM reconciliation_reports ORDER BY id", {},
                     [](db::Row const& row) { return display_date(row.instant("from_at")); }))
            days += (days.empty() ? "" : " ") + each;
        return days;
    }
    std::vector<Difference> last_night() { return reconciliation_reports(worker.db, 1).at(0).differences; }
    ReviewDecision decision(Payment const& payment) const {
        return {.payment = payment.public_id,
                .by = officer.id,
                .note = "spoke with her",
                .ip_address = "10.0.0.1"};
    }
    std::optional<ReviewCase> case_of(Payment const& payment) {
        for (auto const& each : ReviewQueue{office, clock, gateway.config()}.list(1000))
            if (each.payment == payment.public_id) return each;
        return std::nullopt;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(minding_money, MoneyDesk)

BOOST_AUTO_TEST_CASE(the_night_books_what_nobody_told_keeps_the_difference_and_mails_it_once) {
    clock.set(*parse_instant("2031-05-10T10:00:00Z"));
    auto const known = order(), lost = order({.module = Module::bill, .months = 1});
    auto const paid = told(known), unseen = told(lost);
    counter.capture.apply(paid, Messenger::webhook);
    gateway.has(paid);
    gateway.has(unseen);
    GatewayRefund const at_the_desk{.id = test::fresh_gateway_id("rfnd_"),
                                    .payment_id = paid.id,
                                    .amount = Money::from_paise(5000),
                                    .status = RefundStatus::processed};
    gateway.has(at_the_desk);
    clock.set(*parse_instant("2031-05-10T20:29:59Z"));
    nightly.compare_days();
    auto const before = reconciliation_reports(worker.db, 10).size();
    clock.set(*parse_instant("2031-05-10T20:30:00Z"));
    nightly.compare_days();
    BOOST_TEST(reconciliation_reports(worker.db, 10).size() == before + 1);
    BOOST_TEST(display_date(reconciliation_reports(worker.db, 1).at(0).day) == "10-05-2031");
    BOOST_TEST(has(last_night(), Difference::Kind::not_booked, unseen.id));
    BOOST_TEST(has(last_night(), Difference::Kind::refund_not_booked, at_the_desk.id));
    BOOST_TEST(!has(last_night(), Difference::Kind::not_booked, paid.id));
    BOOST_TEST(!has(last_night(), Difference::Kind::not_captured, paid.id));
    BOOST_TEST(status_of(lost) == "captured");
    BOOST_TEST(status_of(known) == "partially_refunded");
    auto const mails = [&] {
        return db.one(
            "SELECT count(*) AS n FROM outbox_messages WHERE kind = 'reconciliation' AND recipient = :to",
            {{"to", officer.email.text()}}, [](db::Row const& row) { return row.integer("n"); });
    };
    BOOST_TEST(mails() == 1);
    nightly.compare_days();
    BOOST_TEST(reconciliation_reports(worker.db, 10).size() == before + 1);
    BOOST_TEST(mails() == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_day_without_differences_is_kept_and_nobody_is_mailed) {
    clock.set(*parse_instant("2032-05-10T10:00:00Z"));
    auto const payment = order();
    auto const paid = told(payment);
    counter.capture.apply(paid, Messenger::webhook);
    gateway.has(paid);
    clock.advance(24h);
    nightly.compare_days();
    BOOST_TEST(display_date(reconciliation_reports(worker.db, 1).at(0).day) == "10-05-2032");
    BOOST_TEST(last_night().empty());
    BOOST_TEST(reconciliation_reports(worker.db, 1).at(0).payments_seen == 1);
    BOOST_TEST(
        db.one("SELECT count(*) AS n FROM outbox_messages WHERE event_key LIKE 'reconciliation:10-05-2032%'",
               {}, [](db::Row const& row) { return row.integer("n"); }) == 0);
}

BOOST_AUTO_TEST_CASE(money_that_the_gateway_does_not_have_is_told) {
    clock.set(*parse_instant("2033-05-10T10:00:00Z"));
    auto const paid = told(order());
    counter.capture.apply(paid, Messenger::webhook);
    clock.advance(24h);
    nightly.compare_days();
    BOOST_TEST(has(last_night(), Difference::Kind::not_captured, paid.id));
}

BOOST_AUTO_TEST_CASE(while_the_gateway_is_away_the_day_waits) {
    clock.set(*parse_instant("2034-05-10T10:00:00Z"));
    gateway.be(test::GatewayFake::Mood::broken);
    BOOST_CHECK_THROW(nightly.compare_days(), std::exception);
    gateway.be(test::GatewayFake::Mood::well);
    nightly.compare_days();
    BOOST_TEST(display_date(reconciliation_reports(worker.db, 1).at(0).day) == "09-05-2034");
}

BOOST_AUTO_TEST_CASE(days_on_which_no_worker_ran_are_compared_later_each_by_itself_the_oldest_first) {
    clock.set(*parse_instant("2036-05-10T10:00:00Z"));
    nightly.compare_days();
    auto const lost = order();
    auto const unseen = told(lost);
    gateway.has(unseen, *parse_instant("2036-05-11T10:00:00Z"));
    clock.advance(3 * 24h);
    nightly.compare_days();
    BOOST_TEST(compared_days() == "09-05-2036 10-05-2036 11-05-2036 12-05-2036");
    auto const reports = reconciliation_reports(worker.db, 3);
    BOOST_TEST(has(reports.at(1).differences, Difference::Kind::not_booked, unseen.id));
    BOOST_TEST((reports.at(0).differences.empty() && reports.at(2).differences.empty()));
    BOOST_TEST(status_of(lost) == "captured");
}

BOOST_AUTO_TEST_CASE(a_day_that_was_compared_is_not_compared_again) {
    clock.set(*parse_instant("2037-05-10T10:00:00Z"));
    nightly.compare_days();
    clock.advance(24h);
    nightly.compare_days();
    gateway.has(told(order()), *parse_instant("2037-05-09T10:00:00Z"));
    clock.advance(24h);
    nightly.compare_days();
    nightly.compare_days();
    BOOST_TEST(compared_days() == "09-05-2037 10-05-2037 11-05-2037");
    for (auto const& each : reconciliation_reports(worker.db, 3)) BOOST_TEST(each.differences.empty());
}

BOOST_AUTO_TEST_CASE(what_a_worker_that_was_cut_short_compared_stays_and_the_rest_follows) {
    clock.set(*parse_instant("2038-05-10T10:00:00Z"));
    nightly.compare_days();
    clock.advance(2 * 24h);
    gateway.be(test::GatewayFake::Mood::broken);
    BOOST_CHECK_THROW(nightly.compare_days(), std::exception);
    BOOST_TEST(compared_days() == "09-05-2038");
    gateway.be(test::GatewayFake::Mood::well);
    nightly.compare_days();
    BOOST_TEST(compared_days() == "09-05-2038 10-05-2038 11-05-2038");
}

BOOST_AUTO_TEST_CASE(what_lies_more_than_thirty_days_back_is_not_asked_for) {
    clock.set(*parse_instant("2039-05-10T10:00:00Z"));
    nightly.compare_days();
    clock.advance(100 * 24h);
    nightly.compare_days();
    auto const reports = reconciliation_reports(worker.db, 100);
    BOOST_TEST(reports.size() == 31u);
    BOOST_TEST(display_date(reports.at(29).day) == "19-07-2039");
}

BOOST_AUTO_TEST_CASE(two_hundred_payments_of_a_day_are_all_looked_at) {
    clock.set(*parse_instant("2035-05-10T10:00:00Z"));
    for (int i = 0; i < 205; ++i) {
        GatewayPayment foreign{.id = test::fresh_gateway_id("pay_"),
                               .order_id = test::fresh_gateway_id("order_"),
                               .amount = Money::from_rupees(1),
                               .currency = "INR",
                               .status = PaymentStatus::captured};
        gateway.has(foreign);
    }
    nightly.compare_days();
    BOOST_TEST(reconciliation_reports(worker.db, 1).at(0).payments_seen == 205);
    BOOST_TEST(last_night().size() == 205u);
}

BOOST_AUTO_TEST_CASE(money_that_does_not_fit_waits_for_staff_who_send_it_back_once) {
    auto const payment = order();
    auto wrong = told(payment);
    wrong.amount = wrong.amount + Money::from_rupees(1);
    gateway.has(wrong);
    counter.capture.apply(wrong, Messenger::webhook);
    auto const it = case_of(payment);
    BOOST_REQUIRE(bool(it));
    BOOST_TEST((it->held_payment_id == wrong.id && it->held_amount == wrong.amount));
    BOOST_TEST(it->user_name == sita.name);
    BOOST_TEST(bool(queue.send_money_back(decision(payment))));
    BOOST_TEST(!case_of(payment));
    auto const again = queue.send_money_back(decision(payment));
    BOOST_TEST((!again && again.error() == ReviewRefused::not_in_review));
    // Told once more, it stays decided.
    BOOST_TEST((counter.capture.apply(wrong, Messenger::reconciler) == CaptureOutcome::nothing_new));
    worker.runner.run_due();
    BOOST_REQUIRE(gateway.refunds().size() == 1u);
    BOOST_TEST((gateway.refunds().begin()->second.amount == wrong.amount));
    BOOST_TEST(status_of(payment) == "created");
    BOOST_TEST(count("invoices") == 0);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_case_without_money_of_its_own_is_only_settled) {
    auto const payment = order();
    auto const paid = told(payment);
    counter.capture.apply(paid, Messenger::webhook);
    auto const too_much = capture.refunds().apply({.id = test::fresh_gateway_id("rfnd_"),
                                                   .payment_id = paid.id,
                                                   .amount = paid.amount + Money::from_rupees(1),
                                                   .status = RefundStatus::processed});
    BOOST_TEST((too_much == RefundOutcome::in_review));
    auto const nothing = queue.send_money_back(decision(payment));
    BOOST_TEST((!nothing && nothing.error() == ReviewRefused::nothing_held));
    BOOST_TEST(bool(queue.settle(decision(payment))));
    BOOST_TEST(!case_of(payment));
    BOOST_TEST(
        db.one(
            "SELECT count(*) AS n FROM audit_logs WHERE user_id = :by AND action = 'payment.review_settled'",
            {{"by", officer.id}}, [](db::Row const& row) { return row.integer("n"); }) == 1);
}

BOOST_AUTO_TEST_CASE(staff_see_an_event_and_replay_it_without_doing_anything_twice) {
    auto const payment = order();
    db::Session inbox{{test::clone_as("ssr_webhooks")}};
    auto const id = new_public_id();
    auto const body = test::event("payment.captured", told(payment));
    receive(inbox, clock, body, id);
    EventConsole console{office, clock};
    auto const mine = [&](bool only_open) {
        return console.list({.only_open = only_open, .gateway_order = *payment.gateway_order_id});
    };
    BOOST_REQUIRE(mine(true).size() == 1u);
    BOOST_TEST(mine(true)[0].result == "");
    worker.runner.run_due();
    BOOST_TEST(mine(true).empty());
    BOOST_TEST(mine(false).at(0).result == "captured");
    BOOST_TEST(console.find(id).value().body == body);
    BOOST_TEST(!console.find("evt_nobody_s"));
    BOOST_TEST(console.replay(id, officer.id, "10.0.0.1"));
    BOOST_TEST(!console.replay("evt_nobody_s", officer.id, "10.0.0.1"));
    worker.runner.run_due();
    BOOST_TEST(mine(false).at(0).result == "nothing_new");
    BOOST_TEST(mine(false).at(0).attempts == 2);
    BOOST_TEST(count("invoices") == 1);
    BOOST_TEST(
        db.one("SELECT count(*) AS n FROM audit_logs WHERE user_id = :by AND action = 'webhook.replayed'",
               {{"by", officer.id}}, [](db::Row const& row) { return row.integer("n"); }) == 1);
}

BOOST_AUTO_TEST_CASE(what_staff_ask_the_gateway_does_not_put_off_its_schedule) {
    auto const payment = order();
    auto const before =
        db.one("SELECT next_check_at, checks FROM payments WHERE id = :id", {{"id", payment.id}},
               [](db::Row const& row) { return row.instant("next_check_at"); });
    PaymentDesk desk{office, clock};
    BOOST_TEST(*desk.ask(payment.public_id, officer.id, "10.0.0.1"));
    BOOST_TEST(!*desk.ask(payment.public_id, officer.id, "10.0.0.1"));
    worker.runner.run_due();
    auto const after = PaymentStore{db}.find_anyone_s(payment.public_id);
    BOOST_TEST((after->status == PaymentStatus::created && after->checks == 0));
    BOOST_TEST((db.one("SELECT next_check_at FROM payments WHERE id = :id", {{"id", payment.id}},
                       [](db::Row const& row) { return row.instant("next_check_at"); }) == before));

    gateway.has(told(payment));
    clock.advance(1min);
    BOOST_TEST(*desk.ask(payment.public_id, officer.id, "10.0.0.1"));
    worker.runner.run_due();
    BOOST_TEST(status_of(payment) == "captured");
    auto const nobody_s = desk.ask(PublicPaymentId::fresh(), officer.id, "10.0.0.1");
    BOOST_TEST((!nobody_s && nobody_s.error() == AskRefused::unknown_payment));
}

BOOST_AUTO_TEST_CASE(a_refund_whose_word_was_lost_is_heard_of_when_staff_ask) {
    auto const payment = order();
    auto const paid = told(payment);
    counter.capture.apply(paid, Messenger::webhook);
    gateway.has(paid);
    gateway.has(GatewayRefund{.id = test::fresh_gateway_id("rfnd_"),
                              .payment_id = paid.id,
                              .amount = Money::from_paise(5000),
                              .status = RefundStatus::processed});
    auto refunded = paid;
    refunded.refunded = Money::from_paise(5000);
    gateway.has(refunded);
    BOOST_TEST(*PaymentDesk(office, clock).ask(payment.public_id, officer.id, "10.0.0.1"));
    worker.runner.run_due();
    BOOST_TEST(status_of(payment) == "partially_refunded");
    BOOST_TEST(payment_file(office, payment.public_id)->refunds.size() == 1u);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(the_number_to_come_is_the_one_that_the_next_note_has) {
    auto const payment = order();
    counter.capture.apply(told(payment), Messenger::webhook);
    CreditNoteBook book{office, gateway.config().supplier};
    auto const next = book.next_number(clock.now());
    auto const refund = Refunds{office, clock, gateway.config()}.request({.payment = payment.public_id,
                                                                          .amount = Money::from_rupees(10),
                                                                          .reason = "Wrong module",
                                                                          .by = officer.id});
    BOOST_REQUIRE(bool(refund));
    BOOST_TEST(refund->credit_note_number == next);
    BOOST_TEST(book.next_number(clock.now()) != next);
}

BOOST_AUTO_TEST_SUITE_END()
