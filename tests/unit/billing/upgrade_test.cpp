#include "domain/billing/upgrade.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;
using namespace ssr::billing;
using std::chrono::days;

namespace {

Instant const kNow = *parse_instant("2026-11-24T10:00:00Z");

QuoteLine line_of(std::int64_t rupees) {
    return {.module_id = ModuleId{1},
            .pricing_id = PricingId{2},
            .months = 12,
            .price = Money::from_rupees(rupees),
            .gst_percent = 18};
}

// Thirty days for so much, of which twenty are left.
subscriptions::PaidStretch stretch_of(std::int64_t rupees) {
    return {.id = PeriodId{7},
            .subscription = PublicSubscriptionId::fresh(),
            .price = Money::from_rupees(rupees),
            .starts_at = kNow - days{10},
            .ends_at = kNow + days{20},
            .subscription_ends_at = kNow + days{20}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(upgrades)

BOOST_AUTO_TEST_CASE(what_is_left_comes_off_the_price_and_is_named) {
    auto line = line_of(1000);
    BOOST_TEST(credit(line, stretch_of(300), kNow));
    BOOST_TEST(line.credit.paise() == 20000);
    BOOST_TEST(line.taxable().paise() == 80000);
    BOOST_TEST((line.replaces == PeriodId{7}));
}

BOOST_AUTO_TEST_CASE(what_is_worth_nothing_is_not_taken_away) {
    auto line = line_of(1000);
    BOOST_TEST(credit(line, stretch_of(0), kNow));
    BOOST_TEST(line.discount.paise() == 0);
    BOOST_TEST(!line.replaces.has_value());
}

BOOST_AUTO_TEST_CASE(what_is_worth_as_much_as_the_line_is_no_upgrade) {
    auto line = line_of(200);
    BOOST_TEST(!credit(line, stretch_of(300), kNow));
    BOOST_TEST(line.discount.paise() == 0);
    BOOST_TEST(!line.replaces.has_value());
    line = line_of(201);
    BOOST_TEST(credit(line, stretch_of(300), kNow));
}

BOOST_AUTO_TEST_CASE(what_lasts_no_longer_is_no_upgrade_however_much_more_it_costs) {
    auto line = line_of(1000);
    auto year = stretch_of(300);
    year.ends_at = add_months(year.starts_at, 12);
    BOOST_TEST(!credit(line, year, kNow));
    BOOST_TEST(line.discount.paise() == 0);
    year.ends_at -= days{1};
    BOOST_TEST(credit(line, year, kNow));
}

BOOST_AUTO_TEST_SUITE_END()
