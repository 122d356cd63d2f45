#include "values/financial_year.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;

BOOST_AUTO_TEST_SUITE(financial_years)

BOOST_AUTO_TEST_CASE(the_year_turns_at_midnight_of_the_first_of_april_in_india) {
    BOOST_TEST(FinancialYear::of(*parse_instant("2027-03-31T18:29:59Z")).text() == "26-27");
    BOOST_TEST(FinancialYear::of(*parse_instant("2027-03-31T18:30:00Z")).text() == "27-28");
    auto const year = *FinancialYear::parse("26-27");
    BOOST_TEST(to_iso(year.begins()) == "2026-03-31T18:30:00Z");
    BOOST_TEST(to_iso(year.ends()) == "2027-03-31T18:30:00Z");
    BOOST_TEST((year.before() == *FinancialYear::parse("25-26")));
}

BOOST_AUTO_TEST_CASE(only_two_years_that_follow_each_other_are_one) {
    BOOST_TEST(FinancialYear::parse("99-00").has_value());
    for (auto const* text : {"", "26-28", "26/27", "2026-27", "ab-cd", "26-2", "27-26"})
        BOOST_TEST(!FinancialYear::parse(text).has_value(), text);
}

BOOST_AUTO_TEST_SUITE_END()
