#include <boost/test/unit_test.hpp>

#include <thread>

#include "support/shop.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;

namespace {

struct Sale : test::Shop {
    std::string code = "SALE" + std::to_string(sita.id.value());

    void offer(std::string const& type, int value, std::string const& limits = "NULL, NULL") {
        db.run_script(
            "INSERT INTO coupons (public_id, code, discount_type, discount_value, usage_limit, "
            "per_user_limit, created_at) VALUES (uuid_v7(), '" +
            code + "', '" + type + "', " + std::to_string(value) + ", " + limits + ", '2026-11-01Z')");
    }
    OrderWish wish_of(test::Person const& who, int months = 3) {
        auto order = wish({.module = Module::estimate, .months = months});
        order.user = who.id;
        order.coupon = code;
        return order;
    }
    Result<Payment, CheckoutRefused> buy(int months = 3) {
        return counter.checkout.begin(wish_of(sita, months));
    }
    Payment bought(int months = 3) {
        auto payment = buy(months);
        BOOST_REQUIRE(bool(payment));
        return *payment;
    }
    bool is_refused(CheckoutRefused why, int months = 3) {
        auto const payment = buy(months);
        return !payment && payment.error() == why;
    }
    std::int64_t used() {
        return db.one("SELECT times_used FROM coupons WHERE code = :code", {{"code", code}},
                      [](db::Row const& row) { return row.integer("times_used"); });
    }
    void wait_out(Payment const& payment) {
        for (int look = 0; look < 12; ++look) {
            clock.advance(12h);
            counter.reconciler.check(Json::Object{{"payment", payment.public_id.text()}});
        }
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(using_coupons, Sale)

BOOST_AUTO_TEST_CASE(an_order_is_cheaper_by_its_coupon_and_holds_one_use) {
    offer("percent", 10);
    auto const payment = bought();
    BOOST_TEST(payment.subtotal.paise() == 134900);
    BOOST_TEST(payment.discount.paise() == 13490);
    BOOST_TEST(payment.total.paise() == 121410 + 2 * 10927);
    BOOST_TEST(used() == 1);
    counter.capture.apply(told(payment), Messenger::webhook);
    BOOST_TEST(status_of(payment) == "captured");
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_price_asked_for_takes_no_use) {
    offer("flat", 10000, "1, 1");
    for (int i = 0; i < 3; ++i) {
        auto const price =
            counter.checkout.price({.module = Module::estimate, .months = 3}, *State::parse("36"),
                                   std::nullopt, CouponWish{sita.id, code});
        BOOST_REQUIRE(bool(price));
        BOOST_TEST(price->quote.coupon_discount.paise() == 10000);
    }
    BOOST_TEST(used() == 0);
}

BOOST_AUTO_TEST_CASE(what_is_no_coupon_now_makes_no_order) {
    BOOST_TEST(is_refused(CheckoutRefused::coupon_unknown));
    offer("percent", 10);
    db.execute("UPDATE coupons SET valid_until = :now WHERE code = :code",
               {{"now", clock.now()}, {"code", code}});
    BOOST_TEST(is_refused(CheckoutRefused::coupon_expired));
    db.execute("UPDATE coupons SET valid_until = NULL, valid_from = :later WHERE code = :code",
               {{"later", clock.now() + 1s}, {"code", code}});
    BOOST_TEST(is_refused(CheckoutRefused::coupon_not_yet));
    db.execute("UPDATE coupons SET valid_from = NULL, is_active = false WHERE code = :code",
               {{"code", code}});
    BOOST_TEST(is_refused(CheckoutRefused::coupon_unknown));
    db.execute("UPDATE coupons SET is_active = true WHERE code = :code", {{"code", code}});
    db.execute(
        "INSERT INTO coupon_modules SELECT c.id, m.id FROM coupons c, modules m "
        "WHERE c.code = :code AND m.code = 'bill'",
        {{"code", code}});
    BOOST_TEST(is_refused(CheckoutRefused::coupon_for_other_modules));
    BOOST_TEST(count("payments") == 0);
    BOOST_TEST(used() == 0);
}

BOOST_AUTO_TEST_CASE(the_same_wish_again_takes_no_second_use) {
    offer("percent", 10, "5, 1");
    auto const first = bought();
    BOOST_TEST((bought().public_id == first.public_id));
    BOOST_TEST(used() == 1);
}

BOOST_AUTO_TEST_CASE(who_changes_his_mind_takes_his_coupon_with_him) {
    offer("percent", 10, "1, 1");
    auto const first = bought(3);
    auto const second = bought(6);
    BOOST_TEST(used() == 1);
    counter.capture.apply(told(second), Messenger::webhook);
    BOOST_TEST(is_refused(CheckoutRefused::coupon_had_before, 12));
    // The order that gave its use back and is paid after all is not given away twice.
    BOOST_TEST((counter.capture.apply(told(first), Messenger::webhook) == CaptureOutcome::in_review));
    BOOST_TEST(used() == 1);
    BOOST_TEST(count("invoices") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(the_use_goes_with_the_order_that_is_paid) {
    offer("percent", 10, "1, 1");
    auto const first = bought(3);
    auto const second = bought(6);
    BOOST_TEST((counter.capture.apply(told(first), Messenger::webhook) == CaptureOutcome::captured));
    BOOST_TEST(count("payments", "coupon_released_at IS NULL AND status = 'captured'") == 1);
    BOOST_TEST(used() == 1);
    BOOST_TEST((counter.capture.apply(told(second), Messenger::webhook) == CaptureOutcome::in_review));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_hundred_buyers_at_once_get_as_many_as_there_are) {
    offer("percent", 10, "7, 1");
    std::vector<test::Person> buyers;
    for (int i = 0; i < 100; ++i) buyers.push_back(test::a_person(db));
    std::atomic<std::size_t> next = 0;
    std::atomic<int> sold = 0, refused = 0;
    std::vector<std::thread> tills;
    for (int i = 0; i < 20; ++i)
        tills.emplace_back([&] {
            test::Counter own{clock, gateway.config()};
            for (auto n = next++; n < buyers.size(); n = next++) {
                auto const payment = own.checkout.begin(wish_of(buyers[n]));
                if (payment) ++sold;
                if (!payment && payment.error() == CheckoutRefused::coupon_used_up) ++refused;
            }
        });
    for (auto& till : tills) till.join();
    BOOST_TEST(sold == 7);
    BOOST_TEST(refused == 93);
    BOOST_TEST(used() == 7);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(ten_tabs_of_one_person_hold_one_use) {
    offer("percent", 10, "50, 1");
    std::vector<std::thread> tabs;
    for (int months : {1, 3, 6, 12, 1, 3, 6, 12, 1, 3})
        tabs.emplace_back([&, months] {
            test::Counter own{clock, gateway.config()};
            BOOST_CHECK(bool(own.checkout.begin(wish_of(sita, months))));
        });
    for (auto& tab : tabs) tab.join();
    BOOST_TEST(used() == 1);
    BOOST_TEST(count("payments", "coupon_released_at IS NULL") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(an_order_that_died_gives_its_use_back_once) {
    offer("percent", 10, "1, 1");
    auto const payment = bought();
    wait_out(payment);
    BOOST_TEST(status_of(payment) == "failed");
    BOOST_TEST(used() == 0);
    BOOST_TEST(count("payments", "coupon_released_at IS NOT NULL") == 1);
    wait_out(payment);
    BOOST_TEST(used() == 0);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_payment_that_failed_may_still_be_paid_and_keeps_its_use) {
    offer("percent", 10, "1, 1");
    auto const payment = bought();
    counter.capture.apply(told(payment, PaymentStatus::failed), Messenger::webhook);
    BOOST_TEST(used() == 1);
    wait_out(payment);
    BOOST_TEST(used() == 0);
    // The bank's money comes after all, and nobody else had the coupon meanwhile.
    BOOST_TEST((counter.capture.apply(told(payment), Messenger::webhook) == CaptureOutcome::captured));
    BOOST_TEST(used() == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(an_order_that_the_gateway_never_heard_of_dies_too) {
    offer("percent", 10);
    gateway.be(test::GatewayFake::Mood::broken);
    BOOST_TEST(is_refused(CheckoutRefused::gateway_away));
    BOOST_TEST(used() == 1);
    BOOST_TEST(count("payments", "next_check_at = '2026-11-25T10:00:00Z'") == 1);
    clock.advance(24h);
    auto const payment = db.one("SELECT public_id FROM payments WHERE user_id = :user", {{"user", sita.id}},
                                [](db::Row const& row) { return row.text("public_id"); });
    counter.reconciler.check(Json::Object{{"payment", payment}});
    BOOST_TEST(used() == 0);
    BOOST_TEST(count("payments", "status = 'failed' AND next_check_at IS NULL") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(an_order_of_nothing_is_captured_at_once_and_no_gateway_hears_of_it) {
    offer("percent", 100, "1, 1");
    auto const payment = bought();
    BOOST_TEST((payment.status == PaymentStatus::captured));
    BOOST_TEST(payment.total.paise() == 0);
    BOOST_TEST(!payment.gateway_order_id);
    BOOST_TEST(gateway.orders_made() == 0);
    BOOST_TEST(count("invoices", "total_amount_paise = 0 AND taxable_paise = 0") == 1);
    BOOST_TEST(count("subscriptions", "status = 'active'") == 1);
    BOOST_TEST(is_refused(CheckoutRefused::coupon_had_before));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_repeated_key_gives_the_order_of_nothing_again) {
    offer("percent", 100);
    auto order = wish_of(sita);
    order.idempotency_key = "click";
    auto const first = counter.checkout.begin(order);
    auto const again = counter.checkout.begin(order);
    BOOST_REQUIRE((first && again));
    BOOST_TEST((first->public_id == again->public_id));
    BOOST_TEST(used() == 1);
    BOOST_TEST(count("invoices") == 1);
}

BOOST_AUTO_TEST_CASE(a_coupon_that_ended_after_the_order_is_honoured) {
    offer("percent", 10);
    auto const payment = bought();
    db.execute("UPDATE coupons SET is_active = false WHERE code = :code", {{"code", code}});
    clock.advance(1h);
    BOOST_TEST((counter.capture.apply(told(payment), Messenger::webhook) == CaptureOutcome::captured));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_SUITE_END()
