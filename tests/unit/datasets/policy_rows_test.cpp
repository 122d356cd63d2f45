#include "domain/datasets/policy_rows.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;
using namespace ssr::datasets;

namespace {

std::optional<PolicyRow> labelled(std::string label) {
    sheet::Row row{.number = 7};
    row.cells.push_back({.column = 4, .kind = sheet::Cell::Kind::text, .text = std::move(label)});
    return policy_row_of(row);
}

std::string kind_of(std::string label) {
    auto const row = labelled(std::move(label));
    return row ? std::string{code(row->kind)} + " " + (row->says ? row->says->text() : "?") : "none";
}

Percent percent(char const* text) { return *Percent::parse(text); }

}  // namespace

BOOST_AUTO_TEST_SUITE(policy_rows)

BOOST_AUTO_TEST_CASE(all_spellings_of_the_two_rows_are_known) {
    BOOST_TEST(kind_of("Add GHMC allowance @40%") == "policy_ghmc 40");
    BOOST_TEST(kind_of("ADD  GHMC Allowances @ 40 %") == "policy_ghmc 40");
    BOOST_TEST(kind_of("Add Municipal allowance @ 25%") == "policy_ghmc 25");
    BOOST_TEST(kind_of("Add Overhead @10.615%") == "policy_overhead 10.615");
    BOOST_TEST(kind_of("Add overheads @ 10.615 %") == "policy_overhead 10.615");
    BOOST_TEST(kind_of("Add contractor overheads@10.615%") == "policy_overhead 10.615");
    BOOST_TEST(kind_of("Add Contractor's Overhead charges @10.615%") == "policy_overhead 10.615");
    BOOST_TEST(kind_of("Add OH @10.615%") == "policy_overhead 10.615");
    BOOST_TEST(kind_of("Add contractor OH@10.615%") == "policy_overhead 10.615");
    BOOST_TEST(kind_of("Add Overheads @10.615") == "policy_overhead 10.615");
    BOOST_TEST(kind_of("Add overheads") == "policy_overhead ?");
}

BOOST_AUTO_TEST_CASE(other_rows_are_none_of_them) {
    for (auto const* const label : {"Total", "Overhead tank", "GHMC area", "Add OH tank cleaning",
                                    "Add sundries @ 5%", "Add Municipal water", "", "Additional overhead"})
        BOOST_TEST(kind_of(label) == "none", label);
}

BOOST_AUTO_TEST_CASE(the_percentage_of_a_formula_is_exchanged_wherever_it_stands) {
    auto const changed = [](char const* formula) {
        return with_percentage(formula, percent("10.615"), percent("13.615"));
    };
    BOOST_TEST(changed("J14*10.615%") == "J14*13.615%");
    BOOST_TEST(changed("ROUND(J14*10.615%,2)") == "ROUND(J14*13.615%,2)");
    BOOST_TEST(changed("J14*0.10615") == "J14*0.13615");
    BOOST_TEST(changed("J14*10.615/100") == "J14*13.615/100");
    BOOST_TEST(changed("(10.615/100)*(J9+J10)") == "(13.615/100)*(J9+J10)");
    BOOST_TEST(changed("J14/100*10.615") == "J14/100*13.615");
    BOOST_TEST(changed("10.615*J14*10.615%") == "10.615*J14*13.615%");
    BOOST_TEST(changed("J14*12%") == "J14*13.615%");
    BOOST_TEST(changed("J14*E15") == "(J14*E15)*13.615/10.615");
}

BOOST_AUTO_TEST_CASE(what_a_formula_takes_is_told_apart_from_what_the_label_says) {
    BOOST_TEST(percentage_in("J14*12%", percent("10.615"))->text() == "12");
    BOOST_TEST(percentage_in("J9*0.4", percent("40"))->text() == "40");
    BOOST_TEST(!percentage_in("J9+J10", percent("40")));
}

BOOST_AUTO_TEST_CASE(outside_the_allowance_is_nil_even_where_it_was_typed) {
    auto const row = *labelled("Add GHMC allowance @40%");
    sheet::Cell const typed{.column = 10, .kind = sheet::Cell::Kind::number, .text = "109"};
    BOOST_TEST(amount_under(Policy::outside_repair, row, typed, {}).text == "0");
    BOOST_TEST(amount_under(Policy::municipal_original, row, typed, {}).text == "109");
    sheet::Cell const formula{.column = 10, .formula = "J9*0.4"};
    BOOST_TEST(amount_under(Policy::outside_repair, row, formula, {}).formula == "");
    BOOST_TEST(amount_under(Policy::municipal_repair, row, formula, {}).formula == "J9*0.4");
}

BOOST_AUTO_TEST_CASE(a_typed_overhead_is_raised_in_proportion_for_original_work) {
    auto const row = *labelled("Add OH @10.615%");
    sheet::Cell const typed{.column = 10, .kind = sheet::Cell::Kind::number, .text = "0.5"};
    BOOST_TEST(amount_under(Policy::outside_original, row, typed, {}).formula == "(0.5)*13.615/10.615");
    BOOST_TEST(amount_under(Policy::outside_repair, row, typed, {}).formula == "");
}

BOOST_AUTO_TEST_CASE(the_label_shows_the_percentage_really_used) {
    auto const overhead = *labelled("Add Overhead @ 10.615 % on labour and material");
    BOOST_TEST(label_under(Policy::municipal_original, overhead, {}) ==
               "Add Overhead @ 13.615 % on labour and material");
    BOOST_TEST(label_under(Policy::municipal_repair, overhead, {}) == overhead.label);
    BOOST_TEST(label_under(Policy::outside_original, *labelled("Add GHMC allowance @40%"), {}) ==
               "Add GHMC allowance @0%");
    BOOST_TEST(label_under(Policy::outside_original, *labelled("Add overheads"), {}) == "Add overheads");
}

BOOST_AUTO_TEST_SUITE_END()
