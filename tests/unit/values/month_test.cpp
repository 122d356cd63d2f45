#include "values/month.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;

BOOST_AUTO_TEST_SUITE(months)

BOOST_AUTO_TEST_CASE(a_month_turns_at_midnight_in_india) {
    BOOST_TEST(Month::of(*parse_instant("2026-11-30T18:29:59Z")).text() == "2026-11");
    BOOST_TEST(Month::of(*parse_instant("2026-11-30T18:30:00Z")).text() == "2026-12");
    Month const december{2026, 12};
    BOOST_TEST(to_iso(december.begins()) == "2026-11-30T18:30:00Z");
    BOOST_TEST(to_iso(december.ends()) == "2026-12-31T18:30:00Z");
}

BOOST_AUTO_TEST_CASE(months_follow_each_other_over_the_turn_of_the_year) {
    BOOST_TEST(Month({2026, 12}).after().text() == "2027-01");
    BOOST_TEST(Month({2027, 1}).before().display() == "December 2026");
    BOOST_TEST((Month{2026, 12} < Month{2027, 1}));
}

BOOST_AUTO_TEST_CASE(only_a_year_and_a_month_of_it_are_one) {
    BOOST_TEST((Month::parse("2026-11") == Month{2026, 11}));
    for (auto const* text :
         {"", "2026", "2026-13", "2026-00", "26-11", "2026-1", "1926-11", "2026/11", "2026-11-01", "11-2026"})
        BOOST_TEST(!Month::parse(text).has_value(), text);
}

BOOST_AUTO_TEST_SUITE_END()
