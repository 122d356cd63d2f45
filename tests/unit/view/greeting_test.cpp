#include "view/greeting.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;

BOOST_AUTO_TEST_SUITE(greetings)

BOOST_AUTO_TEST_CASE(people_are_called_by_the_first_word_that_is_no_initial) {
    for (auto const& [name, called] : {std::pair{"S. Kiran Kumar", "Kiran"},
                                       {"Ravi Teja", "Ravi"},
                                       {"S Kiran", "Kiran"},
                                       {"K.Ravi", "Ravi"},
                                       {"N.T. Rama Rao", "Rama"},
                                       {"  Sita  Devi", "Sita"},
                                       {"సీత దేవి", "సీత"}})
        BOOST_TEST(view::called_name(name) == called, name);
}

BOOST_AUTO_TEST_CASE(nobody_is_called_by_initials_alone) {
    for (auto const* name : {"", " ", "S. K.", "S K"}) BOOST_TEST(view::called_name(name).empty(), name);
}

BOOST_AUTO_TEST_CASE(the_part_of_the_day_is_that_of_India) {
    for (auto const& [utc, text] : {std::pair{"2026-11-23T18:30:00Z", "Good morning, Kiran"},  // midnight
                                    {"2026-11-24T06:29:59Z", "Good morning, Kiran"},
                                    {"2026-11-24T06:30:00Z", "Good afternoon, Kiran"},
                                    {"2026-11-24T11:29:59Z", "Good afternoon, Kiran"},
                                    {"2026-11-24T11:30:00Z", "Good evening, Kiran"},
                                    {"2026-11-24T18:29:59Z", "Good evening, Kiran"}})
        BOOST_TEST(view::greeting("S. Kiran Kumar", *parse_instant(utc)) == text, utc);
}

BOOST_AUTO_TEST_CASE(somebody_without_a_name_is_greeted_all_the_same) {
    BOOST_TEST(view::greeting("", *parse_instant("2026-11-24T04:00:00Z")) == "Good morning");
}

BOOST_AUTO_TEST_SUITE_END()
