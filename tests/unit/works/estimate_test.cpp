#include "domain/works/estimate.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

#include "domain/works/changes.h"

using namespace ssr;
using namespace ssr::works;

namespace {

// E1 of the worked examples: rates of the book by area and work type, quantities as typed.
struct Chosen {
    char const* code;
    char const* name;
    std::int64_t rupees[4];  // municipal original, municipal repair, outside original, outside repair
    char const* quantity;
};
constexpr Chosen kChosen[] = {
    {"ELE-003", "Light & Bell Points : Residential Building", {838, 816, 739, 720}, "42"},
    {"ELE-009", "Power Plug Two Nos", {1738, 1692, 1550, 1509}, "6"},
    {"ELE-017", "Ceiling Fans", {3736, 3637, 3684, 3587}, "12"},
    {"ELE-015", "15W LED Slimline Panel Light", {797, 776, 775, 754}, "36"},
    {"ELE-022", "Run of 3 of 2.5 Sq.mm Copper Cable", {140, 137, 132, 129}, "265.5"},
    {"ELE-002", "Surface PVC Pipe", {122, 119, 104, 101}, "180.25"},
};

Rate rupees(std::int64_t amount) { return Rate::from_paise(amount * 100); }

Line line_of(Chosen const& chosen) {
    Line line{.code = chosen.code, .name = chosen.name, .unit = "Nos", .unit_singular = "No"};
    line.rates = {rupees(chosen.rupees[0]), rupees(chosen.rupees[1]), rupees(chosen.rupees[2]),
                  rupees(chosen.rupees[3])};
    line.quantity = Quantity::parse(chosen.quantity);
    return line;
}

Estimate without_options() {
    Estimate estimate{.work_type = WorkType::repair, .area = Area::municipal};
    estimate.percentages = {Percent::whole(1), Percent::whole(1), *Percent::parse("0.1"), Percent::whole(18)};
    for (auto const& chosen : kChosen) estimate.lines.push_back(line_of(chosen));
    return worked_out(estimate);
}

Estimate e1() {
    auto estimate = without_options();
    estimate.options.old_material = Money::from_rupees(3500);
    estimate.options.grand_total = Money::from_rupees(210000);
    return worked_out(estimate);
}

Json example(std::string_view id) {
    std::ifstream file{SSR_SOURCE_DIR "/tests/examples/work.json"};
    std::stringstream text;
    text << file.rdbuf();
    auto const all = Json::parse(text.str());
    for (auto const& each : *(*all)["examples"].array())
        if (each["id"].text() == id) return each;
    BOOST_FAIL("no example " << id);
    return {};
}

void check_totals(Totals const& got, Json const& expected) {
    auto const same = [&](char const* name, Money amount) {
        auto const text = *expected[name].text();
        BOOST_TEST(amount.plain() == (text == "0" ? "0.00" : text), name << " is " << amount.plain());
    };
    same("items_total", got.items);
    same("deduct_old_material", got.old_material);
    same("ecv", got.ecv);
    same("excess_tp", got.excess_tp);
    same("lc", got.labour_cess);
    same("qc", got.quality_control);
    same("nac", got.nac);
    same("sub_total", got.sub_total);
    same("gst", got.gst);
    same("ls_special", got.named);
    same("ls_unforeseen", got.ls_unforeseen);
    same("grand_total", got.grand_total);
    same("minimum_grand_total", got.minimum);
    BOOST_TEST(got.grand_total.grouped() == *expected["grand_total_indian"].text());
    BOOST_TEST(got.grand_total.in_words() == *expected["grand_total_words"].text());
}

Refused::Why why(Result<Estimate, std::vector<Refused>> const& result) {
    BOOST_REQUIRE(!result);
    BOOST_REQUIRE(result.error().size() == 1u);
    return result.error().front().why;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(estimate)

BOOST_AUTO_TEST_CASE(the_worked_example_comes_out_to_the_paisa) {
    auto const expected = example("E1")["expected"];
    auto const estimate = e1();
    auto const& lines = *expected["lines"].array();
    BOOST_REQUIRE(lines.size() == estimate.lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        BOOST_TEST(estimate.lines[at].rate.plain() == *lines[at]["rate"].text());
        BOOST_TEST(estimate.lines[at].quantity->text() == *lines[at]["qty"].text());
        BOOST_TEST(estimate.lines[at].amount.plain() == *lines[at]["amount"].text());
    }
    check_totals(estimate.totals, expected["totals"]);
    BOOST_TEST((unready(estimate) == Unready{}));
}

BOOST_AUTO_TEST_CASE(the_variant_with_excess_premium_and_a_named_provision_comes_out_to_the_paisa) {
    auto const changed = with({.excess_tp = Percent::whole(5),
                               .named_provision = "shifting of existing meter board",
                               .named_amount = Money::from_rupees(2500),
                               .grand_total = std::optional{Money::from_rupees(225000)}},
                              e1());
    BOOST_REQUIRE(changed.has_value());
    check_totals(changed->totals, example("E1")["expected"]["excess_tp_variant"]["totals"]);
}

BOOST_AUTO_TEST_CASE(a_grand_total_below_the_minimum_is_refused_with_the_figures) {
    auto const refused = with({.grand_total = std::optional{Money::from_rupees(205000)}}, e1());
    BOOST_TEST(bool(why(refused) == Refused::Why::grand_total_too_small));
    BOOST_TEST(refused.error().front().minimum.plain() == "205206.86");
    BOOST_TEST(refused.error().front().short_by.plain() == "206.86");
}

BOOST_AUTO_TEST_CASE(a_grand_total_of_exactly_the_minimum_is_taken) {
    auto const changed = with({.grand_total = std::optional{Money::from_paise(20520686)}}, e1());
    BOOST_REQUIRE(changed.has_value());
    BOOST_TEST(changed->totals.ls_unforeseen.paise() == 0);
}

BOOST_AUTO_TEST_CASE(an_empty_grand_total_is_the_minimum_up_to_a_full_thousand) {
    auto const changed = with({.grand_total = std::optional<Money>{}}, e1());
    BOOST_REQUIRE(changed.has_value());
    BOOST_TEST(changed->totals.grand_total.plain() == "206000.00");
    BOOST_TEST(changed->totals.ls_unforeseen.plain() == "793.14");
}

BOOST_AUTO_TEST_CASE(nothing_chosen_proposes_nothing) {
    auto const empty = worked_out(Estimate{});
    BOOST_TEST(empty.totals.grand_total.paise() == 0);
    BOOST_TEST(unready(empty).has_no_items);
}

BOOST_AUTO_TEST_CASE(a_quantity_is_kept_though_the_grand_total_becomes_too_small) {
    auto const changed = with({.quantities = {{"ELE-017", Quantity::parse("50")}}}, e1());
    BOOST_REQUIRE(changed.has_value());
    BOOST_TEST(changed->totals.ls_unforeseen.paise() < 0);
    BOOST_TEST(unready(*changed).short_by.has_value());
}

BOOST_AUTO_TEST_CASE(a_grand_total_sent_again_as_it_is_does_not_stop_a_quantity) {
    auto const changed = with({.quantities = {{"ELE-017", Quantity::parse("50")}},
                               .grand_total = std::optional{Money::from_rupees(210000)}},
                              e1());
    BOOST_TEST(changed.has_value());
}

BOOST_AUTO_TEST_CASE(what_is_there_already_is_no_change) {
    BOOST_TEST(are_in({}, e1()));
    BOOST_TEST(are_in({.quantities = {{"ELE-017", Quantity::parse("12")}, {"ELE-999", std::nullopt}}}, e1()));
    BOOST_TEST(!are_in({.quantities = {{"ELE-017", std::nullopt}}}, e1()));
    BOOST_TEST(!are_in({.grand_total = std::optional<Money>{}}, e1()));
}

BOOST_AUTO_TEST_CASE(a_cleared_quantity_is_named_before_a_document_is_made) {
    auto const changed = with({.quantities = {{"ELE-017", std::nullopt}}}, e1());
    BOOST_REQUIRE(changed.has_value());
    BOOST_TEST(changed->line("ELE-017")->amount.paise() == 0);
    BOOST_TEST(unready(*changed).without_quantity == std::vector<std::string>{"Ceiling Fans"});
}

BOOST_AUTO_TEST_CASE(another_place_or_kind_of_work_rates_every_line_anew) {
    auto const changed = with({.work_type = WorkType::original, .area = Area::outside}, without_options());
    BOOST_REQUIRE(changed.has_value());
    BOOST_TEST(changed->line("ELE-003")->rate.plain() == "739.00");
    BOOST_TEST(changed->line("ELE-003")->amount.plain() == "31038.00");
}

BOOST_AUTO_TEST_CASE(original_work_has_no_credit_for_old_material) {
    auto const changed = with({.work_type = WorkType::original, .grand_total = std::optional<Money>{}}, e1());
    BOOST_REQUIRE(changed.has_value());
    BOOST_TEST(changed->totals.old_material.paise() == 0);
    auto const refused = with({.old_material = Money::from_rupees(1)}, *changed);
    BOOST_TEST(bool(why(refused) == Refused::Why::old_material_in_original));
}

BOOST_AUTO_TEST_CASE(the_credit_for_old_material_cannot_exceed_the_items) {
    auto const all = e1().totals.items;
    BOOST_TEST(bool(why(with({.old_material = all + Money::from_paise(1)}, e1())) ==
                    Refused::Why::old_material_exceeds_items));
    BOOST_TEST(with({.old_material = all}, e1()).has_value());
}

BOOST_AUTO_TEST_CASE(a_named_provision_needs_its_name) {
    BOOST_TEST(bool(why(with({.named_amount = Money::from_rupees(2500)}, e1())) ==
                    Refused::Why::provision_without_name));
}

BOOST_AUTO_TEST_CASE(a_quantity_of_a_removed_item_is_refused_and_a_cleared_one_is_not) {
    BOOST_TEST(bool(why(with({.quantities = {{"ELE-999", Quantity::parse("1")}}}, e1())) ==
                    Refused::Why::unknown_item));
    BOOST_TEST(with({.quantities = {{"ELE-999", std::nullopt}}}, e1()).has_value());
}

BOOST_AUTO_TEST_CASE(amounts_beyond_ten_lakh_crore_are_refused) {
    auto estimate = e1();
    estimate.lines[0].rates.municipal_repair = rupees(99'999'999);
    auto const changed = with({.quantities = {{"ELE-003", Quantity::parse("99999999")}}}, estimate);
    BOOST_TEST(bool(why(changed) == Refused::Why::beyond_range));
}

BOOST_AUTO_TEST_CASE(every_printed_line_is_rounded_half_away_from_zero) {
    Line line{.code = "X", .rates = {}, .quantity = Quantity::parse("0.005")};
    line.rates.municipal_original = rupees(1);
    Estimate estimate{.lines = {line}};
    estimate.percentages.gst = Percent::whole(50);
    auto const totals = worked_out(estimate).totals;
    BOOST_TEST(totals.items.paise() == 1);
    BOOST_TEST(totals.gst.paise() == 1);
}

BOOST_AUTO_TEST_CASE(five_hundred_items_add_up) {
    Estimate estimate{.work_type = WorkType::repair};
    for (int at = 0; at < 500; ++at) {
        auto line = line_of(kChosen[0]);
        line.code = std::to_string(at);
        estimate.lines.push_back(line);
    }
    BOOST_TEST(worked_out(estimate).totals.items.plain() == "17136000.00");
}

BOOST_AUTO_TEST_CASE(the_prefix_stands_once_and_in_repair_work_only) {
    Line line{.description = "Ceiling fan.", .prefix = "Replacement of"};
    BOOST_TEST(printed_description(line, WorkType::repair) == "Replacement of Ceiling fan.");
    BOOST_TEST(printed_description(line, WorkType::original) == "Ceiling fan.");
    line.description = "Replacement of ceiling fan.";
    BOOST_TEST(printed_description(line, WorkType::repair) == "Replacement of ceiling fan.");
    Line const edited{
        .description = "As on site.", .prefix = "Replacement of", .is_description_edited = true};
    BOOST_TEST(printed_description(edited, WorkType::repair) == "As on site.");
}

BOOST_AUTO_TEST_CASE(a_part_of_what_is_counted_is_told_and_a_part_of_a_length_is_not) {
    BOOST_TEST(is_fraction_of_a_count({.unit = "Nos", .quantity = Quantity::parse("2.5")}));
    BOOST_TEST(!is_fraction_of_a_count({.unit = "Nos", .quantity = Quantity::parse("2")}));
    BOOST_TEST(!is_fraction_of_a_count({.unit = "Nos"}));
    BOOST_TEST(!is_fraction_of_a_count({.unit = "Mtrs", .quantity = Quantity::parse("2.5")}));
}

BOOST_AUTO_TEST_SUITE_END()
