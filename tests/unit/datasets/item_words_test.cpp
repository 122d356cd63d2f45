#include "domain/datasets/item_words.h"

#include <boost/test/unit_test.hpp>

#include "domain/datasets/rate_book.h"

using namespace ssr::datasets;

BOOST_AUTO_TEST_SUITE(item_words)

BOOST_AUTO_TEST_CASE(a_variant_names_its_parent_before_the_colon) {
    BOOST_TEST(parent_of("Fan Points : Residential") == "Fan Points");
    BOOST_TEST(parent_of("Fan Points: Residential") == "Fan Points");
    BOOST_TEST(parent_of("Cement concrete 1:2:4") == "");
    BOOST_TEST(parent_of("Cement 1:4 : Ground floor") == "Cement 1:4");
    BOOST_TEST(parent_of("Note :") == "");
    BOOST_TEST(parent_of(": Note") == "");
}

BOOST_AUTO_TEST_CASE(units_are_known_in_their_usual_spellings) {
    BOOST_TEST(canonical_unit(" nos. ") == "Nos");
    BOOST_TEST(canonical_unit("mtr") == "Mtrs");
    BOOST_TEST(canonical_unit("Bags") == "Bags");
    BOOST_TEST(singular_unit("Nos") == "No");
    BOOST_TEST(singular_unit("Pts") == "Pt");
    BOOST_TEST(singular_unit("LS") == "LS");
    BOOST_TEST(singular_unit("Cum") == "Cum");
    BOOST_TEST(singular_unit("Bags") == "Bags");
    BOOST_TEST(is_known_unit("rmt"));
    BOOST_TEST(!is_known_unit("Bags"));
}

BOOST_AUTO_TEST_CASE(a_groups_name_tells_the_unit_where_the_book_does_not) {
    BOOST_TEST(inferred_unit("PVC Piping") == "Mtrs");
    BOOST_TEST(inferred_unit("Conduiting") == "Mtrs");
    BOOST_TEST(inferred_unit("UG Cable") == "Mtrs");
    BOOST_TEST(inferred_unit("Points") == "Pts");
    BOOST_TEST(inferred_unit("Luminaires") == "Nos");
}

BOOST_AUTO_TEST_CASE(a_reference_tells_its_schedules_year) {
    BOOST_TEST(schedule_year_of("24-25-RSD 2.1.2") == "2024-25");
    BOOST_TEST(schedule_year_of("99-00 RSD") == "2099-00");
    BOOST_TEST(schedule_year_of("SD-NA") == "");
    BOOST_TEST(schedule_year_of("24-26 RSD") == "");
    BOOST_TEST(schedule_year_of("24-255") == "");
    BOOST_TEST(schedule_year_of("") == "");
}

BOOST_AUTO_TEST_CASE(captions_are_no_specifications) {
    for (auto const* const caption :
         {"b) Material", "(a) Labour for hundred points of the same kind", "Labour charges :", "MATERIAL",
          "Quantity - 100", "Data-2", "Capital cost"})
        BOOST_TEST(is_caption(caption), caption);
    for (auto const* const text :
         {"Labour charges for fixing of a fan", "Supply of cable", "Dataline point", ""})
        BOOST_TEST(!is_caption(text), text);
}

BOOST_AUTO_TEST_CASE(codes_have_three_letters_and_three_digits_or_more) {
    BOOST_TEST(numbered_code("ELE", 7) == "ELE-007");
    BOOST_TEST(numbered_code("ELE", 1234) == "ELE-1234");
    BOOST_TEST(code_prefix_of("electrical") == "ELE");
    BOOST_TEST(code_prefix_of("r-2") == "R");
    BOOST_TEST(code_prefix_of("2") == "BOK");
}

BOOST_AUTO_TEST_SUITE_END()
