#include <boost/test/unit_test.hpp>

#include "base/json.h"

using namespace ssr;

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(a_number_with_a_fraction_keeps_the_text_it_was_written_in) {
    auto const value =
        Json::parse(R"({"rate": 0.10, "qty": 12, "name": "₹ \"x\"", "on": true, "none": null})");
    BOOST_REQUIRE(value);
    BOOST_TEST((*value)["rate"].text_or_number().value_or("") == "0.10");
    BOOST_TEST((*value)["qty"].integer().value_or(0) == 12);
    BOOST_TEST((*value)["name"].text().value_or("") == "₹ \"x\"");
    BOOST_TEST((*value)["on"].flag().value_or(false));
    BOOST_TEST((*value)["none"].is_null());
    BOOST_TEST((*value)["no"]["such"]["member"].is_null());
    BOOST_TEST(value->dump() == R"({"name":"₹ \"x\"","none":null,"on":true,"qty":12,"rate":0.10})");
}

BOOST_AUTO_TEST_CASE(what_is_not_strict_json_is_refused) {
    for (std::string text : {"", "{", "{a:1}", "[1,]", "nul", "\"\xff\"", "{} x"})
        BOOST_TEST(!Json::parse(text), text);
    BOOST_TEST(!Json::parse(std::string(200'000, '[')));
}

BOOST_AUTO_TEST_CASE(control_characters_are_escaped_on_the_way_out) {
    BOOST_TEST(Json{std::string{"a\nb\x01"}}.dump() == "\"a\\nb\\u0001\"");
}

BOOST_AUTO_TEST_SUITE_END()
