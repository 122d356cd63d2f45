#include "domain/billing/payment_desk.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;
using namespace ssr::billing;

BOOST_AUTO_TEST_SUITE(what_staff_look_for)

BOOST_AUTO_TEST_CASE(numbers_are_looked_for_in_capitals_and_ids_as_they_are) {
    auto const meant = sought(" ssr/26-27/000001 ");
    BOOST_TEST(meant.number == "SSR/26-27/000001");
    BOOST_TEST(sought("pay_IH4NVgf4Dreq1l").exact == "pay_IH4NVgf4Dreq1l");
}

BOOST_AUTO_TEST_CASE(what_is_too_long_is_cut_between_characters) {
    std::string text = "a";
    for (int i = 0; i < 60; ++i) text += "త";
    BOOST_TEST(sought(text).exact.size() == 118u);
}

BOOST_AUTO_TEST_SUITE_END()
