#include "sheet/formula.h"

#include <boost/test/unit_test.hpp>

#include "sheet/calculation.h"

using namespace ssr;
using namespace ssr::sheet;

namespace {

Cell number(int column, char const* text) {
    return {.column = column, .kind = Cell::Kind::number, .text = text};
}
Cell words(int column, char const* text) {
    return {.column = column, .kind = Cell::Kind::text, .text = text};
}
Cell live(int column, std::string formula) { return {.column = column, .formula = std::move(formula)}; }

/// A1 10, B1 2.5, C1 "seven"; A2 20, B2 blank, C2 TRUE; A3 30, C3 #DIV/0!; the formula in E5. A sheet "Lead
/// 1" has C4 735.
Workbook book_with(std::string formula) {
    Sheet first{"Main",
                {{1, {number(1, "10"), number(2, "2.5"), words(3, "seven")}},
                 {2, {number(1, "20"), {.column = 3, .kind = Cell::Kind::boolean, .text = "TRUE"}}},
                 {3, {number(1, "30"), {.column = 3, .kind = Cell::Kind::error, .text = "#DIV/0!"}}},
                 {5, {live(5, std::move(formula)), live(6, "E5+1")}}}};
    Sheet second{"Lead 1", {{4, {number(3, "735"), live(4, "C4*2")}}}};
    return {{first, second}};
}

std::string result(std::string formula, CellAddress at = {5, 5}) {
    auto const book = book_with(std::move(formula));
    auto const found = Calculation{book}.number("Main", at);
    if (found) return found->text();
    return found.error().cell + ": " + found.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formula)

BOOST_AUTO_TEST_CASE(the_whole_grammar_is_worked_out) {
    for (auto const& [formula, expected] : std::initializer_list<std::pair<char const*, char const*>>{
             {"1+2*3", "7"},           {"(1+2)*3", "9"},
             {"10-4-3", "3"},          {"100/10/5", "2"},
             {"2*3/4", "1.5"},         {"-A1", "-10"},
             {"--A1", "10"},           {"+A1*2", "20"},
             {"3-+-2", "5"},           {"A1*40%", "4"},
             {"A1*10.615%", "1.0615"}, {"50%%", "0.005"},
             {"(A1+A2)%", "0.3"},      {"$A$1+A$2+$A3", "60"},
             {"'Lead 1'!C4/7", "105"}, {"'lead 1'!D4", "1470"},
             {"SUM(A1:A3)", "60"},     {"SUM(A1,A2,5)", "35"},
             {"SUM(A1/100)", "0.1"},   {"SUM(A1:A2,A3*2,'Lead 1'!C4)", "825"},
             {"SUM(A3:A1)", "60"},     {"SUM((A1:A3))", "60"},
             {"sum(A1:C2)", "32.5"},   {"SUM(C1)", "0"},
             {"SUM(B7:D99)", "0"},     {"ROUND(2.345,2)", "2.35"},
             {"ROUND(-2.5,0)", "-3"},  {"ROUND(1234.5,-2)", "1200"},
             {"ROUND(A1/3,0)", "3"},   {"MROUND(7.5,5)", "10"},
             {"MROUND(7.4,5)", "5"},   {"MROUND(-7.5,-5)", "-10"},
             {"MROUND(5,0)", "0"},     {"B2+1", "1"},
             {"B2*A1", "0"},           {"1E2+.5", "100.5"},
             {" 1 + 2 ", "3"},         {"=1+1", "2"},
             {"1-SUM(A1:A3)*-1", "61"}})
        BOOST_TEST(result(formula) == expected, formula << " gave " << result(formula));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_worked_out_names_its_cell) {
    for (auto const& [formula, expected] : std::initializer_list<std::pair<char const*, char const*>>{
             {"A1+C1", "E5: The cell C1 holds the text “seven” where a number is needed."},
             {"C2*2", "E5: The cell C2 holds TRUE where a number is needed."},
             {"C3+1", "E5: The cell C3 holds the error #DIV/0!."},
             {"SUM(C1:C3)", "E5: The cell C3 holds the error #DIV/0!."},
             {"A1/B2", "E5: The formula divides by zero."},
             {"E5+1", "E5: The formula depends on itself."},
             {"F5*2", "E5: The formula depends on itself."},
             {"SUM(A4:F9)", "E5: The formula depends on itself."},
             {"IF(A1>1,2,3)", "E5: The formula uses the function IF, which is not supported."},
             {"rate*2", "E5: The formula uses the name rate, which is not supported."},
             {"A1^2", "E5: The formula uses the sign ^, which is not supported."},
             {"\"x\"&A1", "E5: The formula holds the text \"x\", which is not a number."},
             {"#REF!*2", "E5: The formula holds the error #REF!."},
             {"[1]Sheet1!A1", "E5: The formula refers to another file."},
             {"Lead!A1", "E5: There is no sheet “Lead”."},
             {"A1:A3", "E5: The formula uses the cells A1:A3 as one number."},
             {"SUM(A1:A3+1)", "E5: The formula uses the cells A1:A3 as one number."},
             {"SUM(A:A)", "E5: The formula uses the name A, which is not supported."},
             {"ROUND(A1)", "E5: The formula gives ROUND another count of arguments than two."},
             {"ROUND(A1,99)", "E5: The formula rounds to a count of decimals beyond 15."},
             {"MROUND(5,-2)", "E5: MROUND needs a number and a multiple of the same sign."},
             {"(1+2", "E5: The formula lacks a closing parenthesis."},
             {"1+", "E5: The formula ends too early."},
             {"1 2", "E5: The formula cannot be read at “2”."},
             {"1E300*1E300", "E5: The formula gives too large a number."},
             {"SUM()", "E5: The formula cannot be read at “)”."}})
        BOOST_TEST(result(formula) == expected, formula << " gave " << result(formula));
}

BOOST_AUTO_TEST_CASE(a_fault_is_told_of_the_cell_that_has_it_not_of_those_that_use_it) {
    BOOST_TEST(result("A1+C1", {5, 6}) == "E5: The cell C1 holds the text “seven” where a number is needed.");
}

BOOST_AUTO_TEST_CASE(a_replaced_cell_reads_as_given) {
    auto const book = book_with("SUM(A1:A3)");
    Calculation calculation{book};
    calculation.replace("Main", {2, 1}, number(1, "0"));
    BOOST_TEST(calculation.number("Main", {5, 6})->text() == "41");
}

BOOST_AUTO_TEST_CASE(formulas_too_deep_or_too_wide_end_with_a_fault) {
    std::string const deep(500, '(');
    BOOST_TEST(result(deep + "1" + std::string(500, ')')) ==
               "E5: The formula has too many parentheses inside each other.");
    Sheet chain{"Main", {}};
    for (int row = 1; row <= 5'000; ++row)
        chain.rows.push_back({row, {live(1, "A" + std::to_string(row + 1) + "+1")}});
    Workbook const book{{chain}};
    auto const found = Calculation{book}.number("Main", {1, 1});
    BOOST_REQUIRE(!found);
    BOOST_TEST(found.error().message == "The formula goes through too many other formulas.");
}

BOOST_AUTO_TEST_CASE(filling_moves_relative_references_only) {
    BOOST_TEST(filled("E6*I6/G6", 3, 0) == "E9*I9/G9");
    BOOST_TEST(filled("$E6+E$6+$E$6", 2, 1) == "$E8+F$6+$E$6");
    BOOST_TEST(filled("SUM(J6:J9)+'Lead 1'!C4", 1, 0) == "SUM(J7:J10)+'Lead 1'!C5");
    BOOST_TEST(filled("\"A1\"&LOG10(A1)", 1, 0) == "\"A1\"&LOG10(A2)");
    BOOST_TEST(filled("A1-1", -1, 0) == "#REF!-1");
}

BOOST_AUTO_TEST_CASE(a_moved_block_takes_its_references_along) {
    auto const moved = [](char const* formula) { return rebase(formula, {19, 34}, 4); };
    BOOST_TEST(moved("E23*I23/G23").formula == "E8*I8/G8");
    BOOST_TEST(moved("SUM(J23:J24)").formula == "SUM(J8:J9)");
    BOOST_TEST(moved("ROUND($J$33,0)").formula == "ROUND($J$18,0)");
    BOOST_TEST(moved("J32*10.615%").formula == "J17*10.615%");
    BOOST_TEST(moved("J32*10.615%").leaving.empty());
}

BOOST_AUTO_TEST_CASE(references_that_leave_the_block_are_reported_and_stay) {
    auto const moved = rebase("J20+J17+SUM(J18:J20)+'Lead 1'!C4+J$35", {19, 34}, 119);
    BOOST_TEST(moved.formula == "J120+J17+SUM(J18:J20)+'Lead 1'!C4+J$35");
    std::vector<std::string> const leaving{"J17", "J18:J20", "'Lead 1'!C4", "J$35"};
    BOOST_TEST(moved.leaving == leaving, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(references_are_written_with_quotes_where_a_name_needs_them) {
    BOOST_TEST(reference("Datas", {57, 10}) == "Datas!J57");
    BOOST_TEST(reference("Lead 1", {4, 3}) == "'Lead 1'!C4");
    BOOST_TEST(reference("Ravi's", {1, 1}) == "'Ravi''s'!A1");
    BOOST_TEST(reference("R1C1x9", {1, 28}) == "'R1C1x9'!AB1");
    BOOST_TEST(result(reference("Lead 1", {4, 3})) == "735");
}

BOOST_AUTO_TEST_CASE(addresses_outside_of_a_sheet_are_none) {
    BOOST_TEST((parse_address("$J$57") == CellAddress{57, 10}));
    BOOST_TEST((parse_address("XFD1048576") == CellAddress{1'048'576, 16'384}));
    for (auto const* text : {"", "J", "57", "J0", "J057", "XFE1", "A1048577", "AAAA1", "A-1", "J57 "})
        BOOST_TEST(!parse_address(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
