#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "domain/billing/webhook_inbox.h"
#include "support/shop.h"
#include "support/worker.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;
using test::event;
using Mood = test::GatewayFake::Mood;

namespace {

// Who brings word of a payment: the browser, the gateway's events, and the worker that asks.
struct Words : test::Shop {
    db::Session webhooks{{test::clone_as("ssr_webhooks")}};
    test::Worker worker{clock, gateway.config()};

    Words() { db.run_script("DELETE FROM jobs"); }

    CheckoutWord browser_s(GatewayPayment const& payment) const {
        return {.user = sita.id,
                .order_id = payment.order_id,
                .payment_id = payment.id,
                .signature = test::checkout_signature(gateway.config(), payment),
                .ip_address = "10.0.0.1"};
    }
    WebhookReceipt deliver(std::string const& bytes, std::string const& id = new_public_id()) {
        return receive(webhooks, clock, bytes, id);
    }
    std::string result_of(std::string const& event_id) {
        return db
            .one("SELECT result FROM webhook_events WHERE event_id = :id", {{"id", event_id}},
                 [](db::Row const& row) { return row.maybe_text("result"); })
            .value_or("");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(words_of_payments, Words)

BOOST_AUTO_TEST_CASE(the_browser_s_word_opens_the_module_once_the_gateway_confirms_it) {
    auto const paid = told(order());
    gateway.has(paid);
    auto const payment = counter.verification.take(browser_s(paid));
    BOOST_REQUIRE(bool(payment));
    BOOST_TEST(is_paid(payment->status));
    BOOST_TEST(count("subscriptions", "status = 'active'") == 1);
    BOOST_TEST(bool(counter.verification.take(browser_s(paid))));
    BOOST_TEST(count("invoices") == 1);
}

BOOST_AUTO_TEST_CASE(a_signed_word_that_the_gateway_does_not_confirm_opens_nothing) {
    auto const paid = told(order());
    gateway.has(told(order(), PaymentStatus::failed));
    auto const payment = counter.verification.take(browser_s(paid));
    BOOST_REQUIRE(bool(payment));
    BOOST_TEST((payment->status == PaymentStatus::attempted));
    BOOST_TEST(count("subscriptions") == 0);
}

BOOST_AUTO_TEST_CASE(a_forged_signature_and_another_s_order_are_refused_and_recorded) {
    auto const paid = told(order());
    gateway.has(paid);
    auto forged = browser_s(paid);
    forged.signature.back() = forged.signature.back() == '0' ? '1' : '0';
    auto const refused = counter.verification.take(forged);
    BOOST_TEST((!refused && refused.error() == WordRefused::wrong_signature));

    auto stolen = browser_s(paid);
    stolen.user = test::a_person(db).id;
    auto const not_his = counter.verification.take(stolen);
    BOOST_TEST((!not_his && not_his.error() == WordRefused::not_his));
    BOOST_TEST(count("subscriptions") == 0);
    BOOST_TEST(count("audit_logs", "action = 'payment.word_refused'") == 1);
}

BOOST_AUTO_TEST_CASE(a_payment_that_was_only_authorised_is_taken_when_the_browser_tells_of_it) {
    auto const paid = told(order(), PaymentStatus::authorized);
    gateway.has(paid);
    auto const payment = counter.verification.take(browser_s(paid));
    BOOST_REQUIRE(bool(payment));
    BOOST_TEST(is_paid(payment->status));
}

BOOST_AUTO_TEST_CASE(where_the_gateway_is_away_the_worker_asks_it_again) {
    auto const paid = told(order());
    gateway.has(paid);
    gateway.be(Mood::broken);
    auto const payment = counter.verification.take(browser_s(paid));
    BOOST_REQUIRE(bool(payment));
    BOOST_TEST(!is_paid(payment->status));
    gateway.be(Mood::well);
    worker.runner.run_due();
    BOOST_TEST(status_of(*payment) == "captured");
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(an_event_is_kept_once_and_the_worker_does_what_it_says) {
    auto const payment = order();
    auto const bytes = event("payment.captured", told(payment));
    BOOST_TEST((deliver(bytes, "evt_1") == WebhookReceipt::stored));
    BOOST_TEST((deliver(bytes, "evt_1") == WebhookReceipt::seen_before));
    BOOST_TEST(status_of(payment) == "created");
    BOOST_TEST(worker.runner.run_due() >= 1);
    BOOST_TEST(status_of(payment) == "captured");
    BOOST_TEST(result_of("evt_1") == "captured");
    BOOST_TEST(count("invoices") == 1);
}

BOOST_AUTO_TEST_CASE(events_in_any_order_and_under_many_ids_sell_once) {
    auto const payment = order();
    auto word = told(payment);
    deliver(event("order.paid", word), "evt_paid");
    deliver(event("payment.captured", word), "evt_captured");
    word.status = PaymentStatus::authorized;
    deliver(event("payment.authorized", word), "evt_authorized");
    word.status = PaymentStatus::failed;
    deliver(event("payment.failed", word), "evt_failed");
    for (int i = 0; i < 20; ++i) {
        word.status = PaymentStatus::captured;
        deliver(event("payment.captured", word));
    }
    worker.runner.run_due();
    BOOST_TEST(status_of(payment) == "captured");
    BOOST_TEST(count("invoices") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(an_event_without_an_id_is_known_by_its_bytes) {
    auto const bytes = event("payment.captured", told(order()));
    BOOST_TEST((deliver(bytes, "") == WebhookReceipt::stored));
    BOOST_TEST((deliver(bytes, "") == WebhookReceipt::seen_before));
    BOOST_TEST((deliver(bytes + " ", "") == WebhookReceipt::stored));
}

BOOST_AUTO_TEST_CASE(what_is_no_event_is_not_kept_and_what_we_do_not_take_is_kept_and_left) {
    BOOST_TEST((deliver("[1, 2]") == WebhookReceipt::not_json));
    BOOST_TEST((deliver("event=1") == WebhookReceipt::not_json));
    BOOST_TEST(
        (deliver(R"({"event":"settlement.processed","payload":{}})", "evt_other") == WebhookReceipt::stored));
    worker.runner.run_due();
    BOOST_TEST(result_of("evt_other") == "not_taken");
}

BOOST_AUTO_TEST_CASE(a_signature_counts_with_the_present_secret_and_the_one_before_it) {
    std::string const bytes = R"({"event":"payment.captured"})";
    std::vector<std::string> const secrets{"present", "previous"};
    for (auto const& secret : secrets)
        BOOST_TEST(is_signed_by_gateway(bytes, hmac_sha256_hex(secret, bytes), secrets));
    BOOST_TEST(!is_signed_by_gateway(bytes, hmac_sha256_hex("older", bytes), secrets));
    BOOST_TEST(!is_signed_by_gateway(bytes + " ", hmac_sha256_hex("present", bytes), secrets));
    BOOST_TEST(!is_signed_by_gateway(bytes, "", secrets));
    BOOST_TEST(!is_signed_by_gateway(bytes, hmac_sha256_hex("", bytes), {""}));
}

BOOST_AUTO_TEST_CASE(a_payment_of_which_nobody_told_is_found_a_quarter_of_an_hour_after_its_order) {
    auto const payment = order();
    gateway.has(told(payment));
    clock.advance(14min);
    reconcile(worker.db, clock);
    worker.runner.run_due();
    BOOST_TEST(status_of(payment) == "created");
    clock.advance(1min);
    reconcile(worker.db, clock);
    worker.runner.run_due();
    BOOST_TEST(status_of(payment) == "captured");
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(an_order_that_nobody_paid_is_given_up_after_four_days) {
    auto const payment = order();
    for (int look = 0; look < 12; ++look) {
        clock.advance(12h);
        reconcile(worker.db, clock);
        worker.runner.run_due();
    }
    BOOST_TEST(status_of(payment) == "failed");
    BOOST_TEST(count("payments", "next_check_at IS NOT NULL") == 0);
}

BOOST_AUTO_TEST_CASE(while_the_gateway_is_away_no_look_counts) {
    auto const payment = order();
    gateway.be(Mood::broken);
    clock.advance(15min);
    reconcile(worker.db, clock);
    worker.runner.run_due();
    BOOST_TEST(count("payments", "checks = 0 AND next_check_at IS NOT NULL") == 1);
    gateway.be(Mood::well);
    gateway.has(told(payment));
    clock.advance(15min);
    reconcile(worker.db, clock);
    worker.runner.run_due();
    BOOST_TEST(status_of(payment) == "captured");
}

BOOST_AUTO_TEST_SUITE_END()
