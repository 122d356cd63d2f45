#include "values/login_id.h"

#include <boost/test/unit_test.hpp>

using ssr::Channel;
using ssr::LoginId;

BOOST_AUTO_TEST_SUITE(login_id)

BOOST_AUTO_TEST_CASE(a_mobile_number_is_reached_by_sms) {
    auto const id = LoginId::parse("0 98765 43210");
    BOOST_REQUIRE(id.has_value());
    BOOST_TEST((id->channel() == Channel::sms));
    BOOST_TEST(id->text() == "+919876543210");
    BOOST_TEST(id->masked() == "+91******3210");
}

BOOST_AUTO_TEST_CASE(an_address_is_reached_by_mail) {
    auto const id = LoginId::parse("Ravi@example.test");
    BOOST_REQUIRE(id.has_value());
    BOOST_TEST((id->channel() == Channel::email));
    BOOST_TEST(id->text() == "ravi@example.test");
    BOOST_TEST(id->masked() == "r***@example.test");
}

BOOST_AUTO_TEST_CASE(anything_else_opens_no_door) {
    BOOST_TEST(!LoginId::parse("ravi"));
    BOOST_TEST(!LoginId::parse("12345"));
    BOOST_TEST(!LoginId::parse(""));
}

BOOST_AUTO_TEST_SUITE_END()
