#include "values/phone_number.h"

#include <boost/test/unit_test.hpp>

using ssr::PhoneNumber;

BOOST_AUTO_TEST_SUITE(phone_number)

BOOST_AUTO_TEST_CASE(all_spellings_of_one_number_are_one_value) {
    for (auto const* spelling :
         {"9876543210", "98765 43210", "+91-98765-43210", "+91 98765 43210", "0091 9876543210",
          "919876543210", "09876543210", "(98765) 43210", "98765\u00a043210",
          "\u200e+91 98765\u202f43210\u200f", "\u202a+919876543210\u202c", "\u2066 98765\u201343210 \u2069",
          " 98765.43210 "}) {
        auto const phone = PhoneNumber::parse(spelling);
        BOOST_TEST_CONTEXT(spelling) {
            BOOST_REQUIRE(phone.has_value());
            BOOST_TEST(phone->e164() == "+919876543210");
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_indian_mobile_number_has_no_value) {
    for (auto const* text : {"", "98765", "5876543210", "98765432100", "+1 212 555 0100", "+9198765432101",
                             "9876543210x", "98765+43210", "++919876543210", "ravi@example.test",
                             "91 98765 4321", "00919876543", "\u0938\u0902\u0916\u094d\u092f\u093e"})
        BOOST_TEST(!PhoneNumber::parse(text), "took " << text);
}

BOOST_AUTO_TEST_CASE(a_number_that_begins_with_91_keeps_it) {
    BOOST_TEST(PhoneNumber::parse("9198765432")->e164() == "+919198765432");
}

BOOST_AUTO_TEST_CASE(logs_see_the_last_four_digits_only) {
    BOOST_TEST(PhoneNumber::parse("98765 43210")->masked() == "+91******3210");
}

BOOST_AUTO_TEST_SUITE_END()
