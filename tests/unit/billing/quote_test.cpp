#include <boost/test/unit_test.hpp>

#include <random>

#include "domain/billing/quote.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

State const kTelangana = *State::parse("36");
State const kKarnataka = *State::parse("29");

catalog::ModuleOffer offer(Module module, std::int64_t rupees, std::int64_t id) {
    catalog::ModuleOffer offer{.id = ModuleId{id}, .module = module, .sac_code = "997331", .is_active = true};
    offer.name = code(module);
    offer.prices = {
        {.id = PricingId{id * 10}, .months = 12, .base = Money::from_rupees(rupees), .gst_percent = 18}};
    return offer;
}

std::vector<catalog::ModuleOffer> const kOffers{offer(Module::estimate, 2400, 1),
                                                offer(Module::bill, 1800, 2)};
std::vector<catalog::BundleOffer> const kBundles{
    {.code = "both", .name = "Both", .modules = {Module::estimate, Module::bill}, .discounts = {{12, 15}}}};

Tax tax_on(std::int64_t paise, State const& place) {
    return gst(Money::from_paise(paise), 18, kTelangana, place);
}

std::vector<QuoteLine> lines(Wish const& wish) {
    auto const found = lines_for(wish, kOffers, kBundles);
    BOOST_REQUIRE(bool(found));
    return *found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(quotes)

BOOST_AUTO_TEST_CASE(within_the_state_the_halves_are_equal_and_outside_it_is_one_tax) {
    auto const inside = tax_on(127119, kTelangana);
    BOOST_TEST(inside.cgst.paise() == 11441);
    BOOST_TEST(inside.sgst.paise() == 11441);
    BOOST_TEST((127119 + inside.total().paise()) == 150001);
    auto const outside = tax_on(127119, kKarnataka);
    BOOST_TEST(outside.igst.paise() == 22881);
    BOOST_TEST((127119 + outside.total().paise()) == 150000);
}

BOOST_AUTO_TEST_CASE(every_state_with_and_without_a_number_is_taxed_by_its_place) {
    int checked = 0;
    for (auto const& state : State::all())
        for (bool const is_registered : {false, true}) {
            auto const gstin = is_registered ? Gstin::parse("27AAPFU0939F1ZV") : std::nullopt;
            auto const place = place_of_supply(state, gstin);
            BOOST_TEST(std::string{place.code()} == (is_registered ? "27" : std::string{state.code()}));
            auto const tax = tax_on(100000, place);
            bool const is_home = place.code() == "36";
            BOOST_TEST(tax.cgst.paise() == (is_home ? 9000 : 0));
            BOOST_TEST(tax.sgst.paise() == tax.cgst.paise());
            BOOST_TEST(tax.igst.paise() == (is_home ? 0 : 18000));
            ++checked;
        }
    BOOST_TEST(checked == int(State::all().size()) * 2);
}

BOOST_AUTO_TEST_CASE(halves_stay_equal_and_totals_add_up_for_every_amount) {
    for (std::int64_t paise = 1; paise < 5000; ++paise) {
        auto const tax = tax_on(paise, kTelangana);
        BOOST_REQUIRE(tax.cgst == tax.sgst);
        BOOST_REQUIRE(tax.igst.paise() == 0);
        BOOST_REQUIRE_EQUAL(tax.cgst.paise(), (paise * 9 + 50) / 100);
        BOOST_REQUIRE_EQUAL(tax_on(paise, kKarnataka).igst.paise(), (paise * 18 + 50) / 100);
    }
}

BOOST_AUTO_TEST_CASE(a_module_costs_its_price_and_the_tax) {
    auto const sum = quote(lines({.module = Module::estimate, .months = 12}), "", kTelangana, kTelangana);
    BOOST_TEST(sum.subtotal.paise() == 240000);
    BOOST_TEST(sum.discount.paise() == 0);
    BOOST_TEST(sum.total().paise() == 283200);
}

BOOST_AUTO_TEST_CASE(the_discount_of_a_bundle_is_taken_before_tax) {
    auto const sum = quote(lines({.bundle = "both", .months = 12}), "both", kTelangana, kKarnataka);
    BOOST_TEST(sum.subtotal.paise() == 420000);
    BOOST_TEST(sum.discount.paise() == 63000);
    BOOST_TEST(sum.tax.igst.paise() == 64260);
    BOOST_TEST(sum.total().paise() == 421260);
}

BOOST_AUTO_TEST_CASE(what_is_not_on_offer_is_not_sold) {
    BOOST_TEST((lines_for({.module = Module::workslip, .months = 12}, kOffers, kBundles).error() ==
                NotForSale::unknown));
    BOOST_TEST((lines_for({.module = Module::bill, .months = 3}, kOffers, kBundles).error() ==
                NotForSale::no_such_duration));
    BOOST_TEST(
        (lines_for({.bundle = "none", .months = 12}, kOffers, kBundles).error() == NotForSale::unknown));
    BOOST_TEST((lines_for({}, kOffers, kBundles).error() == NotForSale::unknown));
    auto closed = kOffers;
    closed[0].is_active = false;
    BOOST_TEST(
        (lines_for({.bundle = "both", .months = 12}, closed, kBundles).error() == NotForSale::not_active));
}

BOOST_AUTO_TEST_CASE(what_is_left_of_a_stretch_is_worth_its_days_to_the_paisa_in_a_thousand_cases) {
    std::mt19937_64 random{1000};
    using std::chrono::days;
    auto const starts = *parse_instant("2026-11-24T10:00:00Z");
    for (int i = 0; i < 1000; ++i) {
        auto const price = Money::from_paise(std::int64_t(random() % 1000000));
        auto const whole = days{28 + random() % 340};
        auto const ends = starts + whole;
        auto const day = days{random() % std::uint64_t(whole.count())};
        auto const at = starts + day + std::chrono::seconds{random() % 86400};
        auto const preview = unused_part(price, starts, ends, at);
        // The same to the end of the day, and never more later.
        BOOST_REQUIRE(
            (unused_part(price, starts, ends, starts + day + days{1}) == preview || at == starts + day));
        BOOST_REQUIRE((unused_part(price, starts, ends, at + days{1}) <= preview));
        BOOST_REQUIRE((preview >= Money{} && preview <= price));
        auto const left = (whole - day).count() - (at > starts + day ? 1 : 0);
        BOOST_REQUIRE_EQUAL(preview.paise(),
                            (price.paise() * left * 2 + whole.count()) / (2 * whole.count()));
    }
    BOOST_TEST(unused_part(Money::from_rupees(499), starts, starts + days{30}, starts).paise() == 49900);
    BOOST_TEST(unused_part(Money::from_rupees(499), starts, starts + days{30}, starts + days{30}).paise() ==
               0);
    BOOST_TEST(unused_part(Money::from_rupees(499), starts, starts + days{30}, starts + days{99}).paise() ==
               0);
}

BOOST_AUTO_TEST_CASE(a_snapshot_gives_back_what_was_sold) {
    auto const sum = quote(lines({.bundle = "both", .months = 12}), "both", kTelangana, kTelangana);
    auto const back = lines_of(*Json::parse(snapshot_of(sum).dump()));
    BOOST_REQUIRE(back.size() == 2u);
    BOOST_TEST(quote(back, "both", kTelangana, kTelangana).total().paise() == sum.total().paise());
    BOOST_TEST(names_of(back) == "estimate, bill");
    BOOST_CHECK_THROW(lines_of(Json::Object{{"price_paise", 1}}), std::exception);
}

BOOST_AUTO_TEST_SUITE_END()
