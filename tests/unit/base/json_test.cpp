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

BOOST_AUTO_TEST_CASE(text_is_set_on_lines_and_its_words_and_numbers_stay_as_they_were) {
    BOOST_TEST(
        indented(R"({"b":[1.50,"x, {y}: \"z\\"], "a" : {"c":null}})") ==
        "{\n  \"b\": [\n    1.50,\n    \"x, {y}: \\\"z\\\\\"\n  ],\n  \"a\": {\n    \"c\": null\n  }\n}");
    BOOST_TEST(indented("not json") == "notjson");
    BOOST_TEST(indented("{\"cut\":\"o") == "{\n  \"cut\": \"o");
    BOOST_TEST(indented("[ ]") == "[]");
    BOOST_TEST(indented("]]}") == "\n]\n]\n}");
}

BOOST_AUTO_TEST_SUITE_END()
