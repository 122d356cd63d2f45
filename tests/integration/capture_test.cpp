#include <boost/test/unit_test.hpp>

#include <thread>

#include "domain/subscriptions/access_book.h"
#include "support/shop.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

struct Till : test::Shop {
    CaptureOutcome hear(GatewayPayment const& word, Messenger from = Messenger::webhook) {
        return counter.capture.apply(word, from);
    }
    bool is_open(Module module = Module::estimate) {
        return subscriptions::allows(subscriptions::AccessBook{db, clock}.of(sita.id, module).reason);
    }
    std::string review_of(Payment const& payment) {
        return db
            .one("SELECT review_reason FROM payments WHERE id = :id", {{"id", payment.id}},
                 [](db::Row const& row) { return row.maybe_text("review_reason"); })
            .value_or("");
    }
    // One payment, one invoice, one stretch of access: and every rule of the house holds.
    void check_sold(int times) {
        BOOST_TEST(count("payments", "status = 'captured'") == times);
        BOOST_TEST(count("invoices") == times);
        BOOST_TEST(count("subscriptions", "status = 'active'") == 1);
        BOOST_TEST(broken_rules() == "");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(from_money_to_access, Till)

BOOST_AUTO_TEST_CASE(a_captured_payment_opens_its_module_with_an_invoice_and_a_receipt) {
    auto const payment = order();
    BOOST_TEST(!is_open());
    BOOST_TEST((hear(told(payment)) == CaptureOutcome::captured));
    BOOST_TEST(is_open());
    BOOST_TEST(!is_open(Module::bill));
    check_sold(1);
    BOOST_TEST(count("outbox_messages", "event_key LIKE 'receipt:%'") == 1);
}

BOOST_AUTO_TEST_CASE(an_order_that_nobody_paid_opens_nothing) {
    auto const payment = order();
    BOOST_TEST((hear(told(payment, PaymentStatus::attempted)) == CaptureOutcome::noted));
    BOOST_TEST((hear(told(payment, PaymentStatus::authorized)) == CaptureOutcome::noted));
    BOOST_TEST(!is_open());
    BOOST_TEST(count("invoices") == 0);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(the_same_word_again_from_whoever_brings_it_changes_nothing) {
    auto const payment = order();
    auto const word = told(payment);
    BOOST_TEST((hear(word, Messenger::callback) == CaptureOutcome::captured));
    for (auto from : {Messenger::webhook, Messenger::callback, Messenger::reconciler})
        BOOST_TEST((hear(word, from) == CaptureOutcome::nothing_new));
    check_sold(1);
}

BOOST_AUTO_TEST_CASE(eight_messengers_at_once_sell_once) {
    auto const payment = order();
    auto const word = told(payment);
    std::atomic<int> sold = 0;
    std::vector<std::thread> messengers;
    for (int i = 0; i < 8; ++i)
        messengers.emplace_back([&, i] {
            test::Counter own{clock, gateway.config(), i % 2 ? "ssr_worker" : "ssr_subscriptions"};
            if (own.capture.apply(word, i % 2 ? Messenger::webhook : Messenger::callback) ==
                CaptureOutcome::captured)
                ++sold;
        });
    for (auto& messenger : messengers) messenger.join();
    BOOST_TEST(sold == 1);
    check_sold(1);
}

BOOST_AUTO_TEST_CASE(two_orders_of_one_person_paid_at_once_make_one_subscription_twice_as_long) {
    auto const first = order();
    auto const second = order({.module = Module::estimate, .months = 6});
    std::vector<std::thread> payers;
    for (auto const* payment : {&first, &second})
        payers.emplace_back([&, payment] {
            test::Counter own{clock, gateway.config()};
            own.capture.apply(told(*payment), Messenger::callback);
        });
    for (auto& payer : payers) payer.join();
    check_sold(2);
    BOOST_TEST(count("subscriptions", "expires_at = '2027-08-24T10:00:00Z'") == 1);
}

BOOST_AUTO_TEST_CASE(what_came_late_takes_nothing_back) {
    auto const payment = order();
    auto const word = told(payment);
    hear(word);
    for (auto late : {PaymentStatus::attempted, PaymentStatus::failed, PaymentStatus::authorized}) {
        auto older = word;
        older.status = late;
        BOOST_TEST((hear(older) == CaptureOutcome::nothing_new));
    }
    BOOST_TEST(status_of(payment) == "captured");
    check_sold(1);
}

BOOST_AUTO_TEST_CASE(a_payment_that_failed_and_was_captured_after_all_opens_its_module) {
    auto const payment = order();
    auto word = told(payment, PaymentStatus::failed);
    BOOST_TEST((hear(word) == CaptureOutcome::noted));
    BOOST_TEST(status_of(payment) == "failed");
    word.status = PaymentStatus::captured;
    BOOST_TEST((hear(word) == CaptureOutcome::captured));
    check_sold(1);
}

BOOST_AUTO_TEST_CASE(another_amount_or_currency_gives_nothing_and_waits_for_staff) {
    auto const payment = order();
    auto less = told(payment);
    less.amount = less.amount - Money::from_paise(1);
    BOOST_TEST((hear(less) == CaptureOutcome::in_review));
    BOOST_TEST(review_of(payment).starts_with("amount: paid"));
    BOOST_TEST(!is_open());

    auto const other = order({.module = Module::bill, .months = 1});
    auto dollars = told(other);
    dollars.currency = "USD";
    BOOST_TEST((hear(dollars) == CaptureOutcome::in_review));
    BOOST_TEST(review_of(other) == "currency: paid in USD");
    BOOST_TEST(!is_open(Module::bill));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_second_payment_of_one_order_gives_no_second_access_and_goes_back_once) {
    auto const payment = order();
    hear(told(payment));
    auto const second = told(payment);
    BOOST_TEST((hear(second) == CaptureOutcome::sent_back));
    BOOST_TEST((hear(second) == CaptureOutcome::nothing_new));
    BOOST_TEST(review_of(payment) == "");
    auto const going_back = RefundStore{db}.list(payment.id);
    BOOST_REQUIRE(going_back.size() == 1u);
    BOOST_TEST((going_back[0].surplus_payment_id == second.id && going_back[0].amount == payment.total));
    BOOST_TEST(going_back[0].credit_note_number == "");
    check_sold(1);
}

BOOST_AUTO_TEST_CASE(an_order_of_somebody_else_s_shop_is_not_ours) {
    auto word = told(order());
    word.order_id = test::fresh_gateway_id("order_");
    BOOST_TEST((hear(word) == CaptureOutcome::unknown_order));
    BOOST_TEST(count("invoices") == 0);
}

BOOST_AUTO_TEST_CASE(a_renewal_goes_on_where_the_paid_time_ends) {
    hear(told(order()));
    clock.advance(std::chrono::days{10});
    hear(told(order()));
    check_sold(2);
    BOOST_TEST(count("subscriptions", "expires_at = '2027-05-24T10:00:00Z'") == 1);
}

BOOST_AUTO_TEST_CASE(a_bundle_opens_all_its_modules_with_one_invoice) {
    BOOST_TEST((hear(told(order({.bundle = "all", .months = 12}))) == CaptureOutcome::captured));
    for (auto module : {Module::estimate, Module::workslip, Module::bill, Module::self_formatted})
        BOOST_TEST(is_open(module));
    BOOST_TEST(count("invoices") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(invoices_are_numbered_by_the_financial_year_of_their_day_in_india) {
    clock.set(*parse_instant("2029-03-31T18:29:59Z"));
    hear(told(order()));
    clock.advance(std::chrono::seconds{1});
    hear(told(order()));
    BOOST_TEST(count("invoices", "invoice_number = 'SSR/28-29/000001'") == 1);
    BOOST_TEST(count("invoices", "invoice_number = 'SSR/29-30/000001'") == 1);
}

BOOST_AUTO_TEST_CASE(a_price_that_changed_after_the_order_changes_nothing_of_it) {
    auto const payment = order();
    db::Transaction change{db};
    db.execute("UPDATE module_pricings SET base_price_paise = base_price_paise * 2", {});
    change.commit();
    auto const outcome = hear(told(payment));
    db.execute("UPDATE module_pricings SET base_price_paise = base_price_paise / 2", {});
    BOOST_TEST((outcome == CaptureOutcome::captured));
    check_sold(1);
}

BOOST_AUTO_TEST_SUITE_END()
