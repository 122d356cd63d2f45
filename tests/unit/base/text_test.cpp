#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace ssr;

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(runs_of_blanks_become_one) {
    BOOST_TEST(collapsed("  Ceiling \n\t Fans  ") == "Ceiling Fans");
    BOOST_TEST(collapsed(" \n ") == "");
}

BOOST_AUTO_TEST_CASE(only_well_formed_utf8_passes) {
    BOOST_TEST(is_utf8("₹ తెలుగు"));
    for (std::string text : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xe2\x82", "\xf5\x80\x80\x80"})
        BOOST_TEST(!is_utf8(text));
}

BOOST_AUTO_TEST_CASE(what_is_cut_ends_with_a_whole_character) {
    BOOST_TEST(cut("abc", 3) == "abc");
    BOOST_TEST(cut("abc", 2) == "ab");
    for (std::size_t most = 0; most <= std::string_view{"a₹త"}.size(); ++most) {
        BOOST_TEST(is_utf8(cut("a₹త", most)));
        BOOST_TEST(cut("a₹త", most).size() <= most);
    }
    BOOST_TEST(cut("a₹త", 4) == "a₹");
}

BOOST_AUTO_TEST_CASE(hexadecimal_goes_both_ways) {
    BOOST_TEST(to_hex(std::string{"\x00\xff", 2}) == "00ff");
    BOOST_TEST(from_hex("00fF") == (std::string{"\x00\xff", 2}));
    BOOST_TEST(from_hex("0g") == "");
    BOOST_TEST(from_hex("000") == "");
}

BOOST_AUTO_TEST_CASE(base64_pads_as_its_standard_says) {
    BOOST_TEST(to_base64("") == "");
    BOOST_TEST(to_base64("f") == "Zg==");
    BOOST_TEST(to_base64("fo") == "Zm8=");
    BOOST_TEST(to_base64("foobar") == "Zm9vYmFy");
}

BOOST_AUTO_TEST_SUITE_END()
