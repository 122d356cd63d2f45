#include <boost/test/unit_test.hpp>

#include "base/instant.h"

using namespace ssr;

BOOST_AUTO_TEST_SUITE(instants)

BOOST_AUTO_TEST_CASE(an_instant_survives_the_way_through_its_text) {
    auto const at = parse_instant("2027-03-31T18:29:59Z");
    BOOST_REQUIRE(at);
    BOOST_TEST(to_iso(*at) == "2027-03-31T18:29:59Z");
    BOOST_TEST(bool(parse_instant("2027-03-31T23:59:59+05:30") == at));
    BOOST_TEST(bool(parse_instant("2027-03-31 18:29:59.123456+00") == at));
}

BOOST_AUTO_TEST_CASE(what_is_no_instant_is_refused) {
    for (auto const* text :
         {"", "2027-03-31", "2027-02-30T10:00:00Z", "2027-03-31T24:00:00Z", "2027-03-31T10:00:00",
          "2027-03-31T10:00:00Z ", "20270331T100000Z", "2027-03-31T10:00:00+5"})
        BOOST_TEST(!parse_instant(text), text);
}

BOOST_AUTO_TEST_CASE(the_day_in_india_begins_half_past_six_in_the_evening_of_utc) {
    BOOST_TEST(display_date(*parse_instant("2027-03-31T18:29:59Z")) == "31-03-2027");
    BOOST_TEST(display_date(*parse_instant("2027-03-31T18:30:00Z")) == "01-04-2027");
    BOOST_TEST(display_time(*parse_instant("2027-03-31T18:30:00Z")) == "01-04-2027, 12:00 am");
    BOOST_TEST(display_time(*parse_instant("2027-03-31T08:35:00Z")) == "31-03-2027, 2:05 pm");
}

BOOST_AUTO_TEST_CASE(a_month_later_is_the_same_day_or_the_last_of_the_month) {
    auto const later = [](char const* from, int months) {
        return to_iso(add_months(*parse_instant(from), months));
    };
    BOOST_TEST(later("2026-11-24T10:00:00Z", 12) == "2027-11-24T10:00:00Z");
    BOOST_TEST(later("2027-01-31T10:00:00Z", 1) == "2027-02-28T10:00:00Z");
    BOOST_TEST(later("2027-12-31T10:00:00Z", 2) == "2028-02-29T10:00:00Z");
    // 30 January, 20:00 UTC is the 31st in India: the month ends there on the 28th.
    BOOST_TEST(later("2027-01-30T20:00:00Z", 1) == "2027-02-27T20:00:00Z");
}

BOOST_AUTO_TEST_CASE(dates_are_read_in_both_orders_and_no_other) {
    BOOST_TEST(display_date(*parse_date("31-03-2027")) == "31-03-2027");
    BOOST_TEST(display_date(*parse_date("2027-03-31")) == "31-03-2027");
    for (auto const* text : {"31/03/2027", "31-02-2027", "1-3-2027", "2027-03-31x", ""})
        BOOST_TEST(!parse_date(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
