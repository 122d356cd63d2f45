#include "domain/billing/coupon_guesses.h"

#include <boost/test/unit_test.hpp>

#include "support/shop.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

// Sita tries codes at the checkout.
struct Guessing : test::Shop {
    std::string code = "RIGHT" + std::to_string(sita.id.value());
    int guesses = 0;

    Guessing() {
        db.run_script(
            "INSERT INTO coupons (public_id, code, discount_type, discount_value, created_at) VALUES "
            "(uuid_v7(), '" +
            code + "', 'percent', 10, '2026-11-01Z')");
    }
    std::optional<CheckoutRefused> tried(std::string const& typed, std::optional<UserId> who = {}) {
        return counter.checkout
            .price({.module = Module::estimate, .months = 3}, *State::parse("36"), std::nullopt,
                   CouponWish{who.value_or(sita.id), typed})
            ->coupon_refused;
    }
    void guess(int times) {
        for (int i = 0; i < times; ++i)
            BOOST_TEST(bool(tried("NOSUCH" + std::to_string(guesses++)) == CheckoutRefused::coupon_unknown));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(coupon_guesses, Guessing)

BOOST_AUTO_TEST_CASE(after_ten_codes_that_do_not_exist_nothing_is_said_for_an_hour) {
    guess(kCouponGuesses);
    BOOST_TEST(bool(tried("NOSUCH-AGAIN") == CheckoutRefused::too_many_coupons));
    BOOST_TEST(bool(tried(code) == CheckoutRefused::too_many_coupons));  // else guessing would go on
    auto order = wish();
    order.coupon = code;
    BOOST_TEST(bool(counter.checkout.begin(order).error() == CheckoutRefused::too_many_coupons));
    clock.advance(kGuessesCountFor);
    BOOST_TEST(!tried(code));
    guess(1);
}

BOOST_AUTO_TEST_CASE(a_right_code_is_never_refused_for_the_guesses_of_others) {
    guess(kCouponGuesses);
    BOOST_TEST(!tried(code, test::a_person(db).id));
}

BOOST_AUTO_TEST_CASE(one_code_counts_once_and_right_ones_never) {
    for (int i = 0; i < 2 * kCouponGuesses; ++i) {
        BOOST_TEST(bool(tried(" nosuch ") == CheckoutRefused::coupon_unknown));
        BOOST_TEST(!tried(code));
    }
    guess(kCouponGuesses - 1);
    BOOST_TEST(bool(tried("NOSUCH") == CheckoutRefused::coupon_unknown));
    BOOST_TEST(bool(tried("NOSUCH-AGAIN") == CheckoutRefused::too_many_coupons));
}

BOOST_AUTO_TEST_CASE(the_hour_is_any_hour_and_not_one_of_the_clock) {
    guess(1);
    clock.advance(std::chrono::minutes{50});
    guess(kCouponGuesses - 1);
    clock.advance(std::chrono::minutes{10});
    guess(1);  // the first one is an hour old
    BOOST_TEST(bool(tried("NOSUCH-AGAIN") == CheckoutRefused::too_many_coupons));
}

BOOST_AUTO_TEST_SUITE_END()
