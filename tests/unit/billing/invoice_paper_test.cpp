#include <boost/test/unit_test.hpp>

#include "domain/billing/invoice_paper.h"
#include "support/pdf_text.h"
#include "values/gstin.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

State const kHome = *State::parse("36");  // of the supplier

InvoicePaper paper() {
    return {.number = "SSR/26-27/000418",
            .order_number = "ORD-261124-9F3A61C2",
            .gateway_payment_id = "pay_QxT00000000abc",
            .issued_at = *parse_instant("2027-03-31T18:29:59Z"),
            .supplier = {.name = "SSR Estimation Private Limited",
                         .address = "6-3-000 Punjagutta, Hyderabad 500082",
                         .gstin = "36AAACI1681G1ZQ",
                         .state_code = "36",
                         .state_name = "Telangana"},
            .buyer = {.name = "S. Kiran Kumar, AEE",
                      .address = "Quarters Sub-division, Karimnagar",
                      .gstin = "",
                      .state_code = "36",
                      .state_name = "Telangana"},
            .place_of_supply = *State::parse("36"),
            .lines = {{.description = "Workslip, 12 months",
                       .sac_code = "997331",
                       .price = Money::from_rupees(1800),
                       .discount = Money::from_rupees(180),
                       .taxable = Money::from_rupees(1620),
                       .gst_percent = 18}},
            .taxable = Money::from_rupees(1620),
            .tax = {Money::from_paise(14580), Money::from_paise(14580), Money{}},
            .total = Money::from_paise(191160)};
}

InvoicePaper to_andhra() {
    auto there = paper();
    there.buyer = {.name = "Panchayat Raj Division",
                   .address = "Guntur",
                   .gstin = "37AAACI1681G2ZN",
                   .state_code = "37",
                   .state_name = "Andhra Pradesh"};
    there.place_of_supply = *State::parse("37");
    there.tax = {Money{}, Money{}, Money::from_paise(29160)};
    return there;
}

/// A number in that State whose check digit is right.
std::string number_in(State const& state) {
    constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (char const check : kDigits) {
        auto const text = std::string{state.code()} + "AAACI1681G1Z" + check;
        if (Gstin::parse(text)) return text;
    }
    return {};
}

/// The same order of a buyer who lives there, taxed as it is at the checkout: a number decides before the
/// home.
InvoicePaper paper_to(State const& on_record, std::optional<Gstin> const& gstin) {
    auto made = paper();
    auto const place = place_of_supply(on_record, gstin);
    made.buyer.gstin = gstin ? gstin->text() : "";
    made.buyer.state_code = place.code();
    made.buyer.state_name = place.name();
    made.place_of_supply = place;
    made.tax = gst(made.taxable, 18, kHome, place);
    made.total = made.taxable + made.tax.total();
    return made;
}

void check_shows(std::string const& text, std::initializer_list<char const*> parts) {
    for (auto const* part : parts) BOOST_TEST(text.find(part) != std::string::npos, part << " in\n" << text);
}

// Every field of the rule, and the tax of that State alone.
void check_taxed_in(State const& state, InvoicePaper const& made, std::string const& gstin) {
    auto const place = std::string{state.code()} + " " + std::string{state.name()};
    auto text = test::text_of_pdf(to_pdf(made), "-raw");
    std::replace(text.begin(), text.end(), '\n', ' ');  // the longest names take two lines
    BOOST_TEST_CONTEXT(place << ", " << gstin) {
        check_shows(text, {"Tax Invoice", "SSR/26-27/000418", "Date: 31-03-2027", "997331", "1,620.00",
                           "Place of supply", "Reverse charge: No", "1,911.60", "computer-generated"});
        auto const shows = [&](std::string const& part) { return text.find(part) != std::string::npos; };
        BOOST_TEST(shows("State: " + place));
        BOOST_TEST(shows("GSTIN: " + gstin));
        bool const is_home = state == kHome;
        BOOST_TEST(shows("CGST 9 %") == is_home);
        BOOST_TEST(shows("SGST 9 %") == is_home);
        BOOST_TEST(shows("145.80") == is_home);
        BOOST_TEST(shows("IGST 18 %") == !is_home);
        BOOST_TEST(shows("291.60") == !is_home);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(invoice_papers)

// Rule 46 of the CGST Rules, clause by clause.
BOOST_AUTO_TEST_CASE(an_invoice_within_the_state_shows_each_field_of_the_rule) {
    auto const text = test::text_of_pdf(to_pdf(paper()));
    check_shows(text, {"Tax Invoice",
                       "SSR Estimation Private Limited",
                       "6-3-000 Punjagutta, Hyderabad 500082",
                       "GSTIN: 36AAACI1681G1ZQ",  // (a)
                       "SSR/26-27/000418",        // (b)
                       "Date: 31-03-2027",        // (c)
                       "S. Kiran Kumar, AEE",
                       "Quarters Sub-division, Karimnagar",  // (d), (e)
                       "GSTIN: not registered",
                       "State: 36 Telangana",  // (f)
                       "997331",               // (g)
                       "Workslip, 12 months",  // (h)
                       "1,800.00",
                       "180.00",    // (j)
                       "1,620.00",  // (k)
                       "18 %",
                       "CGST 9 %",
                       "SGST 9 %",  // (l)
                       "145.80",    // (m)
                       "Place of supply",
                       "36 Telangana",        // (n)
                       "Reverse charge: No",  // (p)
                       "computer-generated",  // (q)
                       "₹ 1,911.60",
                       "Rupees One Thousand Nine Hundred Eleven and Paise Sixty Only"});
    BOOST_TEST(text.find("IGST") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_invoice_to_a_registered_buyer_elsewhere_shows_his_number_and_the_integrated_tax) {
    auto const text = test::text_of_pdf(to_pdf(to_andhra()));
    check_shows(text, {"GSTIN: 37AAACI1681G2ZN", "37 Andhra Pradesh", "IGST 18 %", "291.60", "Guntur"});
    BOOST_TEST(text.find("CGST") == std::string::npos);
    BOOST_TEST(text.find("not registered") == std::string::npos);
    BOOST_TEST(text.find("Tax deductor") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_unregistered_buyer_elsewhere_and_a_registered_one_within_are_told_apart) {
    auto there = to_andhra();
    there.buyer.gstin.clear();
    check_shows(test::text_of_pdf(to_pdf(there)),
                {"GSTIN: not registered", "State: 37 Andhra Pradesh", "IGST 18 %"});
    auto here = paper();
    here.buyer.gstin = "36AAACI1681G1ZQ";
    auto const text = test::text_of_pdf(to_pdf(here));
    check_shows(text, {"CGST 9 %", "SGST 9 %"});
    BOOST_TEST(text.find("not registered") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_state_with_and_without_a_number_is_on_the_paper_with_its_tax) {
    for (auto const& state : State::all()) {
        check_taxed_in(state, paper_to(state, {}), "not registered");
        check_taxed_in(state, paper_to(kHome, Gstin::parse(number_in(state))), number_in(state));
    }
    // Numbers of States that are no more go by the State of their holder.
    for (auto const& [before, now] : {std::pair{"25", "26"}, std::pair{"28", "37"}}) {
        auto const number = number_in(*State::parse(before));
        check_taxed_in(*State::parse(now), paper_to(*State::parse(now), Gstin::parse(number)), number);
    }
}

BOOST_AUTO_TEST_CASE(a_tax_deductor_is_marked) {
    auto office = to_andhra();
    office.buyer.is_tax_deductor = true;
    check_shows(test::text_of_pdf(to_pdf(office)), {"Tax deductor"});
}

BOOST_AUTO_TEST_CASE(a_union_territory_without_legislature_levies_its_own_half) {
    auto ladakh = paper();
    ladakh.supplier.state_code = "38";
    ladakh.place_of_supply = *State::parse("38");
    auto const text = test::text_of_pdf(to_pdf(ladakh));
    check_shows(text, {"CGST 9 %", "UTGST 9 %"});
    BOOST_TEST(text.find("SGST 9 %") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_a_buyer_typed_is_printed_as_text_and_the_longest_keeps_to_one_page) {
    auto odd = paper();
    odd.buyer.name = "<b>\"&'</b> కిరణ్ %s {{X}}";
    for (int i = 0; i < 20; ++i) odd.buyer.address += "Long Road ";
    auto const text = test::text_of_pdf(to_pdf(odd));
    check_shows(text, {"<b>\"&'</b>", "{{X}}", "computer-generated"});
    BOOST_TEST(std::count(text.begin(), text.end(), '\f') == 1);
}

BOOST_AUTO_TEST_CASE(the_same_invoice_is_the_same_file) {
    BOOST_TEST((to_pdf(paper()) == to_pdf(paper())));
    BOOST_TEST((to_pdf(paper()) != to_pdf(to_andhra())));
}

// Rule 53(1A): nature, number, date, the invoice's number and date, both parties, value, rate and tax.
BOOST_AUTO_TEST_CASE(a_credit_note_names_its_invoice_and_what_it_takes_back) {
    auto const note =
        credit_note_on(paper(), "SCN/27-28/000003", *parse_instant("2027-04-05T05:00:00Z"),
                       {Money::from_rupees(100), {Money::from_rupees(9), Money::from_rupees(9), {}}});
    auto const text = test::text_of_pdf(to_pdf(note));
    check_shows(text,
                {"Credit Note", "Credit note no.: SCN/27-28/000003", "Date: 05-04-2027", "On invoice",
                 "SSR/26-27/000418", "Date: 31-03-2027", "GSTIN: 36AAACI1681G1ZQ", "S. Kiran Kumar, AEE",
                 "Returned: Workslip, 12 months", "997331", "100.00", "18 %", "CGST 9 %", "9.00", "118.00",
                 "Rupees One Hundred Eighteen Only", "computer-generated credit note"});
    BOOST_TEST(text.find("Tax Invoice") == std::string::npos);
    BOOST_TEST(text.find("pay_QxT00000000abc") == std::string::npos);
    BOOST_TEST((to_pdf(note) == to_pdf(note)));
}

BOOST_AUTO_TEST_CASE(the_lines_of_a_credit_note_add_up_to_what_it_takes_back) {
    auto invoice = paper();
    for (int i = 0; i < 2; ++i) invoice.lines.push_back(invoice.lines.front());
    auto const note =
        credit_note_on(invoice, "SCN/27-28/000003", invoice.issued_at, {Money::from_paise(10000), {}});
    Money sum;
    for (auto const& line : note.lines) {
        sum += line.taxable;
        BOOST_TEST((line.price == line.taxable && line.discount == Money{}));
    }
    BOOST_TEST(sum.paise() == 10000);
    BOOST_TEST(note.lines.front().taxable.paise() == 3334);
}

BOOST_AUTO_TEST_SUITE_END()
