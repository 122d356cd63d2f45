#include "domain/accounts/people.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;
using namespace ssr::accounts;
using By = Sought::By;

BOOST_AUTO_TEST_SUITE(whom_staff_look_for)

BOOST_AUTO_TEST_CASE(a_mobile_number_and_an_e_mail_are_known_in_every_spelling) {
    for (auto const* text : {"98765 43210", "+91-98765-43210", " 09876543210 "}) {
        BOOST_CHECK(sought(text).by == By::phone);
        BOOST_TEST(sought(text).text == "+919876543210", text);
    }
    BOOST_CHECK(sought("Ravi@Example.test").by == By::email);
    BOOST_TEST(sought("Ravi@Example.test").text == "ravi@example.test");
    BOOST_CHECK(sought("98765").by == By::name);
}

BOOST_AUTO_TEST_CASE(words_of_a_name_are_beginnings_and_nothing_else) {
    BOOST_TEST(sought("S.  Kiran").text == "'S.':* & 'Kiran':*");
    BOOST_TEST(sought("O'Brien").text == "'O''Brien':*");
    BOOST_TEST(sought("ab\\' | c").text == "'ab\\\\''':* & 'c':*");
}

BOOST_AUTO_TEST_CASE(nothing_means_everybody_and_what_tells_nothing_means_nobody) {
    for (auto const* text : {"", "   "}) BOOST_CHECK(sought(text).by == By::everybody);
    for (auto const* text : {"x", "- ! &", "%"}) BOOST_CHECK(sought(text).by == By::nobody);
}

BOOST_AUTO_TEST_SUITE_END()
