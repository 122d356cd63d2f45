#include "values/email_address.h"

#include <boost/test/unit_test.hpp>

using ssr::EmailAddress;

BOOST_AUTO_TEST_SUITE(email_address)

BOOST_AUTO_TEST_CASE(capitals_and_blanks_around_make_no_other_address) {
    BOOST_TEST(EmailAddress::parse(" Ravi.K+pwd@Example.TEST ")->text() == "ravi.k+pwd@example.test");
}

BOOST_AUTO_TEST_CASE(what_could_not_be_delivered_has_no_value) {
    for (auto const* text :
         {"", "ravi", "@example.test", "ravi@", "ravi@example", "ravi@@example.test", "ra vi@example.test",
          ".ravi@example.test", "ravi.@example.test", "ra..vi@example.test", "ravi@-example.test",
          "ravi@example..test", "ravi@example.1", "\"ravi\"@example.test", "ravi@example.t"})
        BOOST_TEST(!EmailAddress::parse(text), "took " << text);
}

BOOST_AUTO_TEST_CASE(no_header_can_be_slipped_into_a_mail) {
    BOOST_TEST(!EmailAddress::parse("a@b.co\nBcc:x@y.co"));
    BOOST_TEST(!EmailAddress::parse("a@b.co\r\nBcc:x@y.co"));
    BOOST_TEST(!EmailAddress::parse("a\r\nBcc:x@y.co"));
    BOOST_TEST(!EmailAddress::parse(std::string_view{"a@b.co\0x", 8}));
}

BOOST_AUTO_TEST_CASE(an_address_of_255_bytes_is_too_long) {
    auto const of_size = [](std::size_t size) {
        std::string domain;
        while (domain.size() + 50 < size - 10) domain += std::string(48, 'a') + ".";
        domain += std::string(size - 2 - domain.size() - 3, 'b') + ".in";
        return "r@" + domain;
    };
    BOOST_TEST(EmailAddress::parse(of_size(254)).has_value());
    BOOST_TEST(!EmailAddress::parse(of_size(255)));
}

BOOST_AUTO_TEST_CASE(logs_see_the_first_letter_and_the_domain) {
    BOOST_TEST(EmailAddress::parse("ravi@example.test")->masked() == "r***@example.test");
}

BOOST_AUTO_TEST_SUITE_END()
