#include "values/long_text.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;

namespace {

std::string read(std::string_view text) {
    auto const value = LongText<20>::parse(text);
    return value ? value->text() : "refused";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(long_text)

BOOST_AUTO_TEST_CASE(lines_stay_lines_and_their_blanks_are_tidied) {
    BOOST_TEST(read("  12,  Main Rd \r\nWarangal\r\n\r\n") == "12, Main Rd\nWarangal");
}

BOOST_AUTO_TEST_CASE(nothing_and_too_much_and_control_characters_are_refused) {
    BOOST_TEST(read(" \n ") == "refused");
    BOOST_TEST(read("123456789012345678901") == "refused");
    BOOST_TEST(read("a\x01") == "refused");
    BOOST_TEST(read("\xff") == "refused");
}

BOOST_AUTO_TEST_CASE(characters_are_counted_and_not_bytes) { BOOST_TEST(read("తెలంగాణ రాష్ట్రం") != "refused"); }

BOOST_AUTO_TEST_SUITE_END()
