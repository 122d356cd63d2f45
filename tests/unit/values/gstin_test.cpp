#include "values/gstin.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using ssr::Gstin;
using ssr::State;

BOOST_AUTO_TEST_SUITE(gstin)

BOOST_AUTO_TEST_CASE(numbers_with_a_right_check_digit_are_taken) {
    for (auto const* text : {"27AAPFU0939F1ZV", "27AAGCG4576J1Z6", "36AAACI1681G1ZQ", "37AAACI1681G2ZN",
                             "38AAALS7119L1ZH", "29AAGCB7383J1Z4", "19AAACI1681G1DV"})
        BOOST_TEST(Gstin::parse(text).has_value(), "refused " << text);
}

BOOST_AUTO_TEST_CASE(numbers_that_only_look_right_are_refused) {
    for (auto const* text : {"27AAPFU0939F1Z", "369296450896540", "27AAPFU0939F1AA", "27AAPFU0939F1ZO",
                             "27AAGCG4576J1Z8", "47AAGCG4576J1Z6", "29AABCT1332L1Z5", "27AABCT1234A1Z5", "",
                             "27AAPFU0939F1ZVV", "00AAPFU0939F1ZV", "27AAPFU0939F0ZV", "27AAPFU0939F1Z-"})
        BOOST_TEST(!Gstin::parse(text), "took " << text);
}

BOOST_AUTO_TEST_CASE(small_letters_and_blanks_around_are_read_as_meant) {
    BOOST_TEST(Gstin::parse(" 36aaaci1681g1zq ")->text() == "36AAACI1681G1ZQ");
}

BOOST_AUTO_TEST_CASE(the_first_two_digits_are_the_state) {
    BOOST_TEST(Gstin::parse("36AAACI1681G1ZQ")->state().name() == "Telangana");
    BOOST_TEST(Gstin::parse("38AAALS7119L1ZH")->state().name() == "Ladakh");
}

BOOST_AUTO_TEST_CASE(a_department_that_deducts_tax_is_marked) {
    BOOST_TEST(Gstin::parse("19AAACI1681G1DV")->is_tax_deductor());
    BOOST_TEST(!Gstin::parse("36AAACI1681G1ZQ")->is_tax_deductor());
}

BOOST_AUTO_TEST_CASE(every_code_from_01_to_38_and_97_is_a_state) {
    for (int code = 1; code <= 38; ++code) {
        auto const text = (code < 10 ? "0" : "") + std::to_string(code);
        BOOST_TEST(State::parse(text).has_value(), "no State " << text);
    }
    BOOST_TEST(State::parse("97").has_value());
    for (auto const* text : {"00", "39", "96", "99", "1", "036", "TS", ""})
        BOOST_TEST(!State::parse(text), "took " << text);
}

BOOST_AUTO_TEST_CASE(a_buyer_chooses_among_all_states_in_the_order_of_their_names) {
    auto const states = State::all();
    BOOST_TEST(states.size() == 37u);
    BOOST_TEST(
        std::is_sorted(states.begin(), states.end(), [](State a, State b) { return a.name() < b.name(); }));
    auto const has = [&](std::string_view code) {
        return std::any_of(states.begin(), states.end(), [&](State state) { return state.code() == code; });
    };
    BOOST_TEST(has("38"));
    BOOST_TEST(has("97"));
    BOOST_TEST(!has("28"));
    BOOST_TEST(!has("25"));
}

BOOST_AUTO_TEST_CASE(union_territories_without_legislature_levy_utgst) {
    for (auto const* code : {"04", "26", "31", "35", "38", "97"})
        BOOST_TEST(State::parse(code)->levies_utgst(), code);
    for (auto const* code : {"01", "07", "34", "36"}) BOOST_TEST(!State::parse(code)->levies_utgst(), code);
}

BOOST_AUTO_TEST_SUITE_END()
