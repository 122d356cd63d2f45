#include <boost/test/unit_test.hpp>

#include <set>
#include <thread>

#include "support/shop.h"

using namespace ssr;
using namespace ssr::billing;
using Mood = test::GatewayFake::Mood;

BOOST_FIXTURE_TEST_SUITE(from_wish_to_order, test::Shop)

BOOST_AUTO_TEST_CASE(an_order_is_known_to_the_gateway_at_our_price) {
    auto const payment = order();
    BOOST_TEST(payment.gateway_order_id->starts_with("order_"));
    BOOST_TEST(payment.subtotal.paise() == 134900);
    BOOST_TEST(payment.tax.cgst.paise() == 12141);
    BOOST_TEST(payment.total.paise() == 159182);
    BOOST_TEST(status_of(payment) == "created");
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_buyer_of_another_state_pays_the_integrated_tax) {
    auto there = wish();
    there.state = *State::parse("37");
    auto const payment = counter.checkout.begin(there);
    BOOST_REQUIRE(bool(payment));
    BOOST_TEST(payment->tax.igst.paise() == 24282);
    BOOST_TEST(payment->tax.cgst.paise() == 0);
}

BOOST_AUTO_TEST_CASE(the_same_wish_again_is_the_same_order_and_another_wish_another) {
    auto const first = order();
    BOOST_TEST((order().public_id == first.public_id));
    BOOST_TEST((order({.module = Module::estimate, .months = 6}).public_id != first.public_id));
    BOOST_TEST(gateway.orders_made() == 2);
}

BOOST_AUTO_TEST_CASE(a_paid_order_is_not_offered_again) {
    auto const first = order();
    counter.capture.apply(told(first), Messenger::callback);
    BOOST_TEST((order().public_id != first.public_id));
}

BOOST_AUTO_TEST_CASE(a_key_gives_the_first_answer_again_even_for_another_wish) {
    auto const first = counter.checkout.begin(wish({.module = Module::estimate, .months = 3}, "click"));
    auto const again = counter.checkout.begin(wish({.module = Module::bill, .months = 1}, "click"));
    BOOST_REQUIRE((first && again));
    BOOST_TEST((first->public_id == again->public_id));
    BOOST_TEST(count("payments") == 1);
}

BOOST_AUTO_TEST_CASE(twenty_clicks_at_once_make_one_order) {
    std::vector<std::thread> clicks;
    std::mutex mutex;
    std::set<std::string> orders;
    for (int i = 0; i < 20; ++i)
        clicks.emplace_back([&] {
            test::Counter own{clock, gateway.config()};
            auto const payment = own.checkout.begin(wish({.module = Module::estimate, .months = 3}, "click"));
            std::lock_guard const lock{mutex};
            orders.insert(payment ? *payment->gateway_order_id : "none");
        });
    for (auto& click : clicks) click.join();
    BOOST_TEST(orders.size() == 1);
    BOOST_TEST(!orders.contains("none"));
    BOOST_TEST(gateway.orders_made() == 1);
    BOOST_TEST(count("payments") == 1);
}

BOOST_AUTO_TEST_CASE(a_gateway_that_is_away_is_said_and_the_next_try_goes_on_with_the_same_order) {
    for (auto mood : {Mood::broken, Mood::babbling}) {
        gateway.be(mood);
        auto const payment = counter.checkout.begin(wish());
        BOOST_TEST((!payment && payment.error() == CheckoutRefused::gateway_away));
    }
    gateway.be(Mood::well);
    BOOST_TEST(order().gateway_order_id.has_value());
    BOOST_TEST(count("payments") == 1);
}

BOOST_AUTO_TEST_CASE(what_is_not_sold_is_refused_and_makes_no_order) {
    auto const refusal = [&](Wish what) {
        auto const payment = counter.checkout.begin(wish(std::move(what)));
        return payment ? std::nullopt : std::optional{payment.error()};
    };
    BOOST_TEST((refusal({.module = Module::bill, .months = 5}) == CheckoutRefused::no_such_duration));
    BOOST_TEST((refusal({.bundle = "none", .months = 3}) == CheckoutRefused::unknown));
    db.execute("UPDATE modules SET is_active = false WHERE code = 'bill'", {});
    auto const closed = refusal({.module = Module::bill, .months = 3});
    db.execute("UPDATE modules SET is_active = true WHERE code = 'bill'", {});
    BOOST_TEST((closed == CheckoutRefused::not_active));
    BOOST_TEST(count("payments") == 0);
}

BOOST_AUTO_TEST_CASE(a_module_that_staff_closed_for_somebody_is_not_sold_to_him) {
    db.execute(R"(
        INSERT INTO module_access_overrides (public_id, user_id, module_id, access_type, reason, granted_by, created_at)
        SELECT uuid_v7(), :user, id, 'revoke', 'misuse', :user, :now FROM modules WHERE code = 'estimate'
    )",
               {{"user", sita.id}, {"now", clock.now()}});
    auto const payment = counter.checkout.begin(wish());
    BOOST_TEST((!payment && payment.error() == CheckoutRefused::closed_by_office));
    BOOST_TEST(bool(counter.checkout.begin(wish({.module = Module::bill, .months = 3}))));
}

BOOST_AUTO_TEST_SUITE_END()
