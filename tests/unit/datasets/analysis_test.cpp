#include "domain/datasets/analysis.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;
using namespace ssr::datasets;

namespace {

AnalysisCell text_cell(int column, std::string text) { return {.column = column, .text = std::move(text)}; }
AnalysisCell number_cell(std::string formula, std::string number) {
    return {.column = 10, .formula = std::move(formula), .text = std::move(number), .is_number = true};
}

// Three rows of a block: the allowance is nil outside the municipal area, and the rate with it.
AnalysisBook example() {
    auto const nil = number_cell("", "0");
    auto const less = number_cell("ROUND(J26+J27,0)", "273");
    return {.lines = {
                {.row = 19, .kind = LineKind::heading, .cells = {{.stored = text_cell(4, "Light Points")}}},
                {.row = 27,
                 .kind = LineKind::policy_ghmc,
                 .cells = {{.stored = text_cell(4, "Add GHMC allowance @40%")},
                           {.stored = number_cell("J26*0.4", "109"),
                            .others = {{Policy::outside_original, nil}, {Policy::outside_repair, nil}}}}},
                {.row = 34,
                 .kind = LineKind::final,
                 .cells = {{.stored = number_cell("ROUND(J26+J27,0)", "382"),
                            .others = {{Policy::outside_original, less}, {Policy::outside_repair, less}}}}},
            }};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(analysis)

BOOST_AUTO_TEST_CASE(every_policy_and_kind_is_read_back_from_its_code) {
    for (auto const policy : kPolicies) BOOST_TEST((parse_policy(code(policy)) == policy));
    BOOST_TEST(!parse_policy("municipal"));
    for (auto const kind : {LineKind::heading, LineKind::resource, LineKind::subtotal, LineKind::policy_ghmc,
                            LineKind::policy_overhead, LineKind::total, LineKind::final, LineKind::text})
        BOOST_TEST((parse_line_kind(code(kind)) == kind));
    BOOST_TEST(!parse_line_kind("day"));
}

BOOST_AUTO_TEST_CASE(each_policy_has_its_own_rate) {
    PolicyRates rates;
    std::int64_t paise = 100;
    for (auto const policy : kPolicies) rates.of(policy) = Rate::from_paise(paise++);
    BOOST_TEST(std::as_const(rates).of(Policy::municipal_original).paise() == 100);
    BOOST_TEST(std::as_const(rates).of(Policy::outside_repair).paise() == 103);
}

BOOST_AUTO_TEST_CASE(percentages_follow_place_and_kind_of_work) {
    PolicyPercentages const percentages;
    BOOST_TEST(percentages.ghmc_under(Policy::municipal_original).text() == "40");
    BOOST_TEST(percentages.ghmc_under(Policy::outside_repair).text() == "0");
    BOOST_TEST(percentages.overhead_under(Policy::outside_repair).text() == "10.615");
    BOOST_TEST(percentages.overhead_under(Policy::municipal_original).text() == "13.615");
}

BOOST_AUTO_TEST_CASE(percentages_come_back_from_settings_and_what_is_not_said_is_the_states) {
    PolicyPercentages const other{.ghmc = Percent::whole(25), .overhead_repair = *Percent::parse("12.5")};
    BOOST_TEST((policy_percentages_from(to_json(other)) == other));
    BOOST_TEST((policy_percentages_from(Json{}) == PolicyPercentages{}));
    BOOST_TEST((policy_percentages_from(Json::Object{{"ghmc", "much"}}) == PolicyPercentages{}));
}

BOOST_AUTO_TEST_CASE(the_stored_policy_is_printed_as_the_book_has_it) {
    auto const printed = example().under(Policy::municipal_repair);
    BOOST_REQUIRE(printed.lines.size() == 3u);
    BOOST_TEST(printed.lines[1].cell(10)->formula == "J26*0.4");
    BOOST_TEST(printed.lines[1].cell(10)->number().text() == "109");
    BOOST_TEST(!printed.lines[1].is_hidden);
    BOOST_TEST(printed.rows.first == 19);
    BOOST_TEST(printed.rows.last == 34);
    BOOST_TEST(sheet::to_text(printed.finished) == "J34");
}

BOOST_AUTO_TEST_CASE(outside_the_municipal_area_the_allowance_is_nil_and_hidden) {
    auto const printed = example().under(Policy::outside_original);
    BOOST_TEST(printed.lines[1].cell(10)->formula == "");
    BOOST_TEST(printed.lines[1].is_hidden);
    BOOST_TEST(printed.lines[2].cell(10)->text == "273");
    BOOST_TEST(!printed.lines[2].is_hidden);
    BOOST_TEST(!printed.lines[2].cell(4));
}

BOOST_AUTO_TEST_CASE(a_rate_without_analysis_prints_none) {
    BOOST_TEST(AnalysisBook{}.under(Policy::municipal_repair).is_empty());
    BOOST_TEST(to_json(AnalysisBook{}).dump() == "[]");
}

BOOST_AUTO_TEST_CASE(what_is_written_as_json_is_read_back_the_same) {
    auto const text = to_json(example()).dump();
    BOOST_TEST((analysis_book_from(*Json::parse(text)) == example()));
    BOOST_TEST(to_json(example().lines[0].cells).dump() == R"([{"column":4,"text":"Light Points"}])");
}

BOOST_AUTO_TEST_CASE(a_broken_copy_is_a_fault_and_not_an_empty_analysis) {
    for (auto const* const text :
         {"{}", R"([{"row":1,"kind":"day","cells":[]}])", R"([{"row":0,"kind":"text","cells":[]}])",
          R"([{"row":1,"kind":"text"}])", R"([{"row":1,"kind":"text","cells":[{"column":11,"text":"x"}]}])",
          R"([{"row":1,"kind":"text","cells":[{"column":1}]}])",
          R"([{"row":1,"kind":"text","cells":[{"column":1,"number":"much"}]}])",
          R"([{"row":1,"kind":"text","cells":[{"column":1,"text":"","others":{"x":{"text":""}}}]}])"})
        BOOST_CHECK_THROW(analysis_book_from(*Json::parse(text)), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
