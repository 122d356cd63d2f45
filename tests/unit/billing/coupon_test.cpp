#include <boost/test/unit_test.hpp>

#include <numeric>
#include <random>

#include "domain/billing/coupon.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

State const kTelangana = *State::parse("36");
State const kKarnataka = *State::parse("29");
Instant const kNow = *parse_instant("2026-11-24T10:00:00Z");

Coupon percent_off(std::int64_t percent) {
    return {
        .id = CouponId{1}, .code = "RAB", .kind = Coupon::Kind::percent, .value = percent, .is_active = true};
}

Coupon flat(std::int64_t paise) {
    auto coupon = percent_off(paise);
    coupon.kind = Coupon::Kind::flat;
    return coupon;
}

QuoteLine line(std::int64_t module, std::int64_t paise, std::int64_t bundle_discount = 0) {
    return {.module_id = ModuleId{module},
            .pricing_id = PricingId{module},
            .months = 12,
            .price = Money::from_paise(paise),
            .discount = Money::from_paise(bundle_discount),
            .gst_percent = 18};
}

Quote plain(std::vector<QuoteLine> lines, State const& place = kTelangana) {
    return quote(std::move(lines), "", kTelangana, place);
}

Quote with(Coupon const& coupon, std::vector<QuoteLine> lines) {
    auto const sum = with_coupon(plain(std::move(lines)), coupon, kTelangana, kTelangana);
    BOOST_REQUIRE(bool(sum));
    return *sum;
}

bool is_refused(Coupon const& coupon, CouponUses const& uses, CouponRefused why, Instant now = kNow) {
    auto const told = refusal(coupon, uses, now);
    return told && *told == why;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(coupons)

BOOST_AUTO_TEST_CASE(per_cent_are_taken_from_what_the_bundle_leaves_and_before_tax) {
    auto const sum = with(percent_off(10), {line(1, 240000, 36000), line(2, 180000, 27000)});
    BOOST_TEST(sum.coupon_discount.paise() == 35700);
    BOOST_TEST(sum.discount.paise() == 98700);
    BOOST_TEST(sum.tax.cgst.paise() == 28917);
    BOOST_TEST(sum.total().paise() == 321300 + 2 * 28917);
    BOOST_TEST(sum.coupon_code == "RAB");
}

BOOST_AUTO_TEST_CASE(a_cap_bounds_per_cent_and_a_flat_discount_ends_at_the_price) {
    auto capped = percent_off(50);
    capped.most = Money::from_paise(1000);
    BOOST_TEST(with(capped, {line(1, 240000)}).coupon_discount.paise() == 1000);
    BOOST_TEST(with(flat(500), {line(1, 240000)}).coupon_discount.paise() == 500);
    BOOST_TEST(with(flat(999999), {line(1, 240000)}).total().paise() == 0);
}

BOOST_AUTO_TEST_CASE(only_the_modules_it_is_for_are_cheaper) {
    auto coupon = percent_off(10);
    coupon.modules = {ModuleId{2}};
    auto const sum = with(coupon, {line(1, 240000), line(2, 180000)});
    BOOST_TEST(sum.lines[0].discount.paise() == 0);
    BOOST_TEST(sum.lines[1].discount.paise() == 18000);
    auto const other = with_coupon(plain({line(1, 240000)}), coupon, kTelangana, kTelangana);
    BOOST_TEST((!other && other.error() == CouponRefused::other_modules));
}

BOOST_AUTO_TEST_CASE(paise_that_do_not_divide_go_to_the_largest_remainders) {
    auto const sum = with(flat(100), {line(1, 100000), line(2, 100000), line(3, 100000)});
    BOOST_TEST(sum.lines[0].discount.paise() == 34);
    BOOST_TEST(sum.lines[1].discount.paise() == 33);
    BOOST_TEST(sum.lines[2].discount.paise() == 33);
    BOOST_TEST(sum.discount.paise() == 100);
}

BOOST_AUTO_TEST_CASE(parts_add_up_and_no_line_goes_below_nothing_for_any_amounts) {
    std::mt19937 random{20261124};
    std::uniform_int_distribution<std::int64_t> amount{0, 700000};
    for (int i = 0; i < 20000; ++i) {
        std::vector<Money> weights;
        for (auto n = 1 + amount(random) % 4; n > 0; --n)
            weights.push_back(Money::from_paise(amount(random)));
        auto const whole = std::accumulate(weights.begin(), weights.end(), Money{});
        if (whole == Money{}) continue;
        auto const off = Money::from_paise(amount(random) % (whole.paise() + 1));
        auto const parts = spread(off, weights);
        BOOST_REQUIRE((std::accumulate(parts.begin(), parts.end(), Money{}) == off));
        for (std::size_t n = 0; n < parts.size(); ++n)
            BOOST_REQUIRE((parts[n] >= Money{} && parts[n] <= weights[n]));
    }
}

BOOST_AUTO_TEST_CASE(less_than_the_rupee_that_a_gateway_takes_is_let_go) {
    BOOST_TEST(with(flat(239950), {line(1, 240000)}).total().paise() == 0);
    BOOST_TEST(with(flat(239900), {line(1, 240000)}).total().paise() == 118);
}

BOOST_AUTO_TEST_CASE(its_time_begins_and_ends_to_the_second) {
    auto coupon = percent_off(10);
    coupon.valid_from = kNow;
    coupon.valid_until = kNow + std::chrono::seconds{1};
    BOOST_TEST(!refusal(coupon, {}, kNow));
    BOOST_TEST(is_refused(coupon, {}, CouponRefused::not_yet, kNow - std::chrono::seconds{1}));
    BOOST_TEST(is_refused(coupon, {}, CouponRefused::expired, kNow + std::chrono::seconds{1}));
}

BOOST_AUTO_TEST_CASE(limits_count_everybody_and_each_person) {
    auto coupon = percent_off(10);
    coupon.usage_limit = 5;
    coupon.per_user_limit = 1;
    BOOST_TEST(!refusal(coupon, {4, 0}, kNow));
    BOOST_TEST(is_refused(coupon, {5, 0}, CouponRefused::used_up));
    BOOST_TEST(is_refused(coupon, {4, 1}, CouponRefused::had_before));
    coupon.is_active = false;
    BOOST_TEST(is_refused(coupon, {}, CouponRefused::unknown));
}

BOOST_AUTO_TEST_CASE(a_code_is_the_same_however_it_is_typed) {
    BOOST_TEST(coupon_code(" rab10 ") == "RAB10");
    BOOST_TEST(coupon_code("  ") == "");
}

BOOST_AUTO_TEST_CASE(tax_follows_the_place_of_the_buyer) {
    auto const there =
        with_coupon(plain({line(1, 240000)}, kKarnataka), percent_off(10), kTelangana, kKarnataka);
    BOOST_REQUIRE(bool(there));
    BOOST_TEST(there->tax.igst.paise() == 38880);
    BOOST_TEST(there->tax.cgst.paise() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
