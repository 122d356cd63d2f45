#include <boost/test/unit_test.hpp>

#include "books.h"
#include "domain/datasets/book_reader.h"

using namespace ssr;
using namespace ssr::datasets;
using namespace ssr::test;

namespace {

constexpr auto kDatas = "Master Datas";

std::string said_of(sheet::Workbook const& book) { return said(read_rate_book(book)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(book_checks)

BOOST_AUTO_TEST_CASE(all_faults_of_a_file_are_told_at_once_with_their_cells) {
    auto book = example_book();
    put(book, kDatas, "J9", "=J9/100");              // on itself
    put(book, kDatas, "J25", "=IF(J23>0,J23,J24)");  // unknown function
    put(book, kDatas, "I47", "see below");           // text where a number is needed
    put(book, kDatas, "J61", "=J60*Basic!C4");       // no such sheet
    put(book, kDatas, "J85", "=ROUND(J84*0,0)");     // nothing
    put(book, kDatas, "G91", "0");                   // division by zero
    put(book, kDatas, "J119", "Rs.3637");            // a rate in words
    put(book, kDatas, "J136", "=J135*100000000");    // beyond all rates
    put(book, "Groups", "A10", "Exhaust Fan");       // no block
    put(book, "Groups", "B10", "Fans");
    put(book, "Groups", "D4", "Bundles");        // a unit that nobody knows
    put(book, "Groups", "B5", "");               // no group
    head(book, kDatas, "D138", "Spare Points");  // no rate
    BOOST_TEST(
        said_of(book) ==
        "warning Groups!D4: The unit “Bundles” is not known; it is kept as it is.\n"
        "warning Groups!B5: “Ding Dong Bell” has no group here; the row is passed over.\n"
        "error Master Datas!J9: The formula depends on itself.\n"
        "error Master Datas!J25: The formula uses the function IF, which is not supported.\n"
        "error Master Datas!J47: The cell I47 holds the text “see below” where a number is needed.\n"
        "warning Master Datas!D53: “Ding Dong Bell” is not on the sheet “Groups”; it goes to the group "
        "“Ungrouped”.\n"
        "error Master Datas!J61: There is no sheet “Basic”.\n"
        "warning Master Datas!J61: The formula shows no percentage; the label says 40%.\n"
        "error Master Datas!J85: The finished rate is 0; it must be more than 0.\n"
        "error Master Datas!J91: The formula divides by zero.\n"
        "error Master Datas!J119: This cell holds the text “Rs.3637” where a number is needed.\n"
        "error Master Datas!J136: The finished rate is above Rs. 9,99,99,999.99.\n"
        "warning Master Datas!D138: “Spare Points” has no rate in column J and is left out.\n"
        "warning Groups: No unit is given for 1 item; it is inferred from the group's name.\n"
        "error Groups!A10: “Exhaust Fan” is not on the sheet “Master Datas”.\n");
}

BOOST_AUTO_TEST_CASE(a_label_that_counts_otherwise_than_the_divisor_is_warned_of) {
    auto book = book_of_one();
    put(book, kDatas, "D5", "Labour rate per 6 points");
    put(book, kDatas, "J5", "=SUM(J4:J4)");
    put(book, kDatas, "D6", "Labour rate per 1 point");
    put(book, kDatas, "J6", "=J5/7");
    put(book, kDatas, "J7", "=ROUND(J6,0)");
    BOOST_TEST(
        said_of(book) ==
        "warning Master Datas!J6: The formula divides by 7, but row 5 says “Labour rate per 6 points”.\n");
    put(book, kDatas, "J6", "=J5/6");
    BOOST_TEST(said_of(book) == "");
    put(book, kDatas, "D6", "Labour rate for 5 points");
    BOOST_TEST(
        said_of(book) ==
        "warning Master Datas!J6: The formula divides by 6, but row 6 says “Labour rate for 5 points”.\n");
}

BOOST_AUTO_TEST_CASE(a_resource_may_count_what_it_likes) {
    auto book = book_of_one();
    put(book, kDatas, "D5", "Cable for 3 runs");
    put(book, kDatas, "E5", "300");
    put(book, kDatas, "I5", "20");
    put(book, kDatas, "J5", "=E5*I5/100");
    BOOST_TEST(said_of(book) == "");
}

BOOST_AUTO_TEST_CASE(a_rate_with_paise_is_noted) {
    auto book = book_of_one();
    put(book, kDatas, "J4", "100.456");
    auto const reading = read_rate_book(book);
    BOOST_TEST(said(reading) ==
               "note Master Datas!J4: The finished rate is not rounded to whole rupees: 100.456.\n");
    BOOST_TEST(items_of(reading).front().rates.municipal_repair.plain() == "100.46");
}

BOOST_AUTO_TEST_CASE(rates_by_the_day_that_do_not_rise_are_warned_of) {
    auto book = book_of_one();
    for (int day = 1; day <= 4; ++day) {
        auto const row = std::to_string(day + 4);
        put(book, kDatas, "C" + row, std::to_string(day));
        put(book, kDatas, "J" + row, std::to_string(100 * day));
    }
    BOOST_TEST(said_of(book) == "");
    put(book, kDatas, "J7", "=J5");
    BOOST_TEST(said_of(book) ==
               "warning Master Datas!J7: The rate for 3 days, 100, is not above that for 2, 200.\n");
}

BOOST_AUTO_TEST_CASE(percentages_that_differ_from_label_or_settings_are_warned_of) {
    auto book = book_of_one();
    put(book, kDatas, "D5", "Add GHMC allowance @30%");
    put(book, kDatas, "J5", "=J4*30%");
    put(book, kDatas, "D6", "Add Overhead @10.615%");
    put(book, kDatas, "J6", "=(J4+J5)*12.5%");
    put(book, kDatas, "J7", "=ROUND(SUM(J4:J6),0)");
    auto const reading = read_rate_book(book);
    BOOST_TEST(said(reading) ==
               "warning Master Datas!J5: The book has 30% where 40% is set; the book's percentage is kept.\n"
               "warning Master Datas!J6: The formula takes 12.5%, but the label says 10.615%.\n");
    BOOST_TEST(items_of(reading).front().rates.municipal_repair.plain() == "146.00");
    BOOST_TEST(items_of(reading).front().rates.outside_original.plain() == "114.00");
}

BOOST_AUTO_TEST_CASE(a_typed_allowance_is_taken_away_outside_and_a_typed_overhead_is_warned_of) {
    auto book = book_of_one();
    put(book, kDatas, "D5", "Add GHMC allowance @40%");
    put(book, kDatas, "J5", "40");
    put(book, kDatas, "D6", "Add OH @10.615%");
    put(book, kDatas, "J6", "10.615");
    put(book, kDatas, "J7", "=ROUND(SUM(J4:J6),0)");
    auto const reading = read_rate_book(book);
    BOOST_TEST(said(reading) ==
               "warning Master Datas!J6: The overhead is a typed number; for original work it is raised in "
               "proportion.\n");
    auto const rates = items_of(reading).front().rates;
    BOOST_TEST(rates.municipal_repair.plain() == "151.00");
    BOOST_TEST(rates.outside_repair.plain() == "111.00");
    BOOST_TEST(rates.outside_original.plain() == "114.00");
}

BOOST_AUTO_TEST_CASE(variants_at_the_same_rates_are_warned_of) {
    auto book = book_of_one("Fan Points : Residential");
    head(book, kDatas, "D6", "Fan Points : Office");
    put(book, kDatas, "D8", "Wiring of one fan point in an office, complete and tested.");
    put(book, kDatas, "J9", "100");
    put(book, "Groups", "A3", "Fan Points : Office");
    put(book, "Groups", "B3", "Points");
    put(book, "Groups", "D3", "Pts");
    BOOST_TEST(
        said_of(book) ==
        "warning Master Datas!D6: “Fan Points : Office” has the same rates as “Fan Points : Residential”.\n");
    put(book, kDatas, "J9", "110");
    BOOST_TEST(said_of(book) == "");
}

BOOST_AUTO_TEST_CASE(a_name_listed_twice_for_one_block_is_warned_of) {
    auto book = book_of_one();
    put(book, "Groups", "A3", "Bell point");
    put(book, "Groups", "B3", "Others");
    BOOST_TEST(said_of(book) ==
               "warning Groups!A3: “Bell point” is listed more often than the sheet “Master Datas” has it; "
               "the first "
               "row counts.\n");
}

BOOST_AUTO_TEST_SUITE_END()
