#include "domain/datasets/flat_reader.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "books.h"

using namespace ssr;
using namespace ssr::datasets;
using namespace ssr::test;

BOOST_AUTO_TEST_SUITE(flat_reader)

BOOST_AUTO_TEST_CASE(five_columns_known_by_their_heads_make_a_book) {
    auto const reading =
        read_flat("Group,Rate,code,unit,description\r\nFans,\"3,637\",E-1,nos,Ceiling fan\r\n");
    BOOST_TEST(said(reading) == "");
    auto const& item = item_of(reading, "Ceiling fan");
    BOOST_TEST(item.code == "E-1");
    BOOST_TEST(item.unit == "Nos");
    BOOST_TEST(item.group == "Fans");
    for (auto const policy : kPolicies) BOOST_TEST(item.rates.of(policy).plain() == "3637.00");
    BOOST_TEST(item.analysis.is_empty());
    BOOST_TEST(reading.book.has_own_codes);
}

BOOST_AUTO_TEST_CASE(four_rates_stand_in_place_of_one) {
    auto const reading = read_flat(example_rates());
    BOOST_TEST(said(reading) == "");
    auto const& item = item_of(reading, "Light & Bell Points : Residential Building");
    BOOST_TEST(item.code == "ELE-003");
    BOOST_TEST(item.rates.outside_original.plain() == "739.00");
    BOOST_TEST(item.variant_of == "Light & Bell Points");
    BOOST_TEST(join(reading.book.groups, "|") ==
               "Piping|Points|Switch Boards|Accessories|Luminaires|Fans|Wiring");
}

BOOST_AUTO_TEST_CASE(codes_count_positions_where_the_file_has_none) {
    auto const reading =
        read_flat("description,unit,rate,group\nFan,Nos,1,Fans\nBell,Nos,2,Bells\n", {.code_prefix = "CIV"});
    BOOST_TEST(item_of(reading, "Bell").code == "CIV-002");
    BOOST_TEST(!reading.book.has_own_codes);
}

BOOST_AUTO_TEST_CASE(a_long_description_is_cut_to_a_name_between_words) {
    std::string const words = "Supply and fixing of a slim recessed panel ";
    auto const reading = read_flat("description,unit,rate,group\n" + words + words + words + ",Nos,1,Fans\n");
    BOOST_REQUIRE(reading.book.items.size() == 1u);
    BOOST_TEST(items_of(reading)[0].name.ends_with(" of a slim…"));
    BOOST_TEST(items_of(reading)[0].description == trimmed(words + words + words));
}

BOOST_AUTO_TEST_CASE(all_faults_are_told_at_once_with_their_lines) {
    auto const reading = read_flat(
        "code,description,unit,rate,group\n"
        "E-1,Fan,Nos,ten,Fans\n"
        "E-1,Bell,,2,Bells\n"
        ",Lamp,Bundles,0,\n"
        "E-4,,Nos,2.345,Fans\n"
        ",,,,\n"
        "E-5,Short\n");
    auto const not_a_rate =
        std::string{"a rate: a number above 0 and below 10,00,00,000 with at most two decimals.\n"};
    BOOST_TEST(said(reading) ==
               "error line 2, rate: “ten” is not " + not_a_rate +
                   "error line 3, code: The code “E-1” stands in line 2 already.\n"
                   "warning line 3, unit: No unit is given; Nos is inferred from the group.\n"
                   "error line 4, group: The group is missing.\n"
                   "error line 4, code: The code is missing.\n"
                   "warning line 4, unit: The unit “Bundles” is not known; it is kept as it is.\n"
                   "error line 4, rate: “0” is not " +
                   not_a_rate +
                   "error line 5, description: The description is missing.\n"
                   "error line 5, rate: “2.345” is not " +
                   not_a_rate +
                   "error line 7, group: The group is missing.\n"
                   "warning line 7, unit: No unit is given; Nos is inferred from the group.\n"
                   "error line 7, rate: The rate is missing.\n");
}

BOOST_AUTO_TEST_CASE(names_that_stand_twice_are_told_apart_in_every_walk) {
    auto const reading = read_flat(
        "name,description,unit,rate,group\n"
        "Bell,Bell,Nos,1,Bells\nFan,Fan,Nos,1,Fans\nbell,Loud bell,Nos,2,Bells\nBell (2),Bell,Nos,1,Bells\n"
        "Bell,Bell,Nos,1,Bells\n");
    BOOST_TEST(said(reading) ==
               "warning line 4: “bell” stands twice, with another rate; this one is kept as “bell (3)”.\n"
               "warning line 6: “Bell” stands twice, with the same rate; this one is kept as “Bell (4)”.\n");
    for (int walk = 0; walk < 2; ++walk) {
        std::string names;
        for (auto const& item : items_of(reading))
            names += item.name + (item.flags.empty() ? "|" : " renamed|");
        BOOST_TEST(names == "Bell|Fan|bell (3) renamed|Bell (2)|Bell (4) renamed|");
    }
    BOOST_TEST(join(reading.book.groups, "|") == "Bells|Fans");
}

BOOST_AUTO_TEST_CASE(a_code_that_stands_three_times_is_told_twice) {
    auto const reading = read_flat(
        "code,description,unit,rate,group\nE-1,A,Nos,1,G\nE-2,B,Nos,1,G\nE-1,C,Nos,1,G\ne-1,D,Nos,1,G\nE-1,E,"
        "Nos,1,G\n");
    BOOST_TEST(said(reading) ==
               "error line 4, code: The code “E-1” stands in line 2 already.\n"
               "error line 6, code: The code “E-1” stands in line 2 already.\n");
}

BOOST_AUTO_TEST_CASE(missing_and_doubled_columns_are_named) {
    BOOST_TEST(
        said(read_flat("code,code,rate_municipal_repair\n1,2,3\n")) ==
        "error line 1, code: The column stands twice.\n"
        "error line 1: There is no column “description”.\n"
        "error line 1: There is no column “unit”.\n"
        "error line 1: There is no column “group”.\n"
        "error line 1: There is no column “rate”, and of the four rates not “rate_municipal_original”, "
        "“rate_outside_original”, “rate_outside_repair”.\n");
    BOOST_TEST(said(read_flat("")) == "error The file has no items.\n");
    BOOST_TEST(said(read_flat("description,unit,rate,group\n")) == "error The file has no items.\n");
}

BOOST_AUTO_TEST_CASE(codes_and_names_that_are_too_long_are_refused) {
    BOOST_TEST(said(read_flat("code,name,description,unit,rate,group\n" + std::string(41, 'c') + "," +
                              std::string(301, 'n') + ",Fan,Nos,1,Fans\n")) ==
               "error line 2, name: The name is longer than 300 characters.\n"
               "error line 2, code: The code is longer than 40 characters.\n");
}

BOOST_AUTO_TEST_SUITE_END()
