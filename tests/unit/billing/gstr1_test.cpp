#include <boost/test/unit_test.hpp>

#include <random>

#include "domain/billing/gstr1.h"
#include "domain/billing/gstr1_files.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

Gstin const kSupplier = *Gstin::parse("36AAACI1681G1ZQ");
std::string const kBuyer = "27AAPFU0939F1ZV";
Month const kMonth{2026, 11};

OutwardPaper paper(std::string number, std::string gstin, std::string place, std::int64_t taxable) {
    auto const amount = Money::from_paise(taxable);
    return {.number = std::move(number),
            .date = *parse_date("24-11-2026"),
            .buyer_gstin = std::move(gstin),
            .buyer_name = "Sita",
            .place_of_supply = place,
            .rates = {{"997331", 18, {amount, gst(amount, 18, kSupplier.state(), *State::parse(place))}}}};
}

OutwardPaper note(std::string number, OutwardPaper const& of, std::int64_t paise) {
    auto made = of;
    made.of_invoice = of.number;
    made.invoice_total = of.total();
    made.number = std::move(number);
    made.rates[0].amounts = credit_for(of.rates[0].amounts, {}, Money::from_paise(paise));
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(returns_of_outward_supplies)

BOOST_AUTO_TEST_CASE(each_paper_stands_in_the_table_of_its_kind) {
    auto const registered = paper("SSR/26-27/000001", kBuyer, "27", 100000);
    auto const small = paper("SSR/26-27/000002", "", "36", 100000);
    auto const far = paper("SSR/26-27/000003", "", "29", 100000);
    auto const large = paper("SSR/26-27/000004", "", "29", 10000000);
    auto const made = gstr1(
        kSupplier, kMonth,
        {.invoices = {registered, small, far, large},
         .credit_notes = {note("SCN/26-27/000001", registered, 11800), note("SCN/26-27/000002", small, 11800),
                          note("SCN/26-27/000003", large, 11800)}});
    BOOST_TEST(made.b2b.size() == 1u);
    BOOST_TEST(made.b2cl.size() == 1u);
    BOOST_TEST(made.cdnr.size() == 1u);
    BOOST_TEST(made.cdnur.size() == 1u);
    BOOST_REQUIRE(made.b2cs.size() == 2u);
    BOOST_TEST(made.b2cs[0].is_inter_state);
    BOOST_TEST(!made.b2cs[1].is_inter_state);
    BOOST_TEST(made.b2cs[1].amounts.taxable.paise() == 90000);
    BOOST_TEST(made.b2cs[1].amounts.tax.cgst.paise() == 8100);

    std::vector<int> rows;
    PaperAmounts services;
    for (auto const& total : totals_of(made)) {
        rows.push_back(total.rows);
        if (total.table >= TableTotal::Table::hsn_b2b) services += total.amounts;
    }
    BOOST_TEST((rows == std::vector{1, 1, 2, 1, 1, 1, 1}));
    BOOST_TEST((services == made.net()));
}

BOOST_AUTO_TEST_CASE(the_tables_come_to_what_the_papers_state) {
    auto const small = paper("SSR/26-27/000001", "", "36", 100000);
    MonthOfPapers papers{.invoices = {small}, .credit_notes = {note("SCN/26-27/000001", small, 11800)}};
    BOOST_TEST((net_of(papers) == gstr1(kSupplier, kMonth, papers).net()));
    auto const made = gstr1(kSupplier, kMonth, papers);
    papers.credit_notes.clear();
    BOOST_TEST((net_of(papers) != made.net()));
}

BOOST_AUTO_TEST_CASE(a_lakh_is_not_large_and_a_paisa_more_is_but_never_at_home) {
    auto at = [](std::int64_t total, std::string const& place) {
        auto it = paper("SSR/26-27/000001", "", place, total);
        it.rates[0].amounts = {Money::from_paise(total), {}};
        return gstr1(kSupplier, kMonth, {.invoices = {it}}).b2cl.size();
    };
    BOOST_TEST(at(10000000, "29") == 0u);
    BOOST_TEST(at(10000001, "29") == 1u);
    BOOST_TEST(at(10000001, "36") == 0u);
}

BOOST_AUTO_TEST_CASE(tables_and_summaries_add_up_to_the_papers_in_a_thousand_months) {
    std::mt19937 random{7};
    for (int round = 0; round < 1000; ++round) {
        MonthOfPapers papers;
        PaperAmounts wanted;
        for (int i = int(random() % 12); i > 0; --i) {
            auto const invoice = paper("SSR/26-27/" + std::to_string(i), random() % 2 ? kBuyer : "",
                                       random() % 2 ? "36" : "29", 1000 + random() % 20000000);
            papers.invoices.push_back(invoice);
            wanted += invoice.rates[0].amounts;
            if (random() % 3) continue;
            auto const credit =
                note("SCN/26-27/" + std::to_string(i), invoice, 100 + std::int64_t(random() % 900));
            papers.credit_notes.push_back(credit);
            auto const& off = credit.rates[0].amounts;
            wanted += {-off.taxable, {-off.tax.cgst, -off.tax.sgst, -off.tax.igst}};
        }
        auto const made = gstr1(kSupplier, kMonth, papers);
        BOOST_REQUIRE((made.net() == wanted));
        PaperAmounts services;
        for (auto const* summary : {&made.hsn_b2b, &made.hsn_b2c})
            for (auto const& row : *summary) services += row.amounts;
        BOOST_REQUIRE((services == wanted));
    }
}

BOOST_AUTO_TEST_CASE(a_month_is_by_the_days_in_india) {
    BOOST_TEST(to_iso(kMonth.begins()) == "2026-10-31T18:30:00Z");
    BOOST_TEST(to_iso(kMonth.ends()) == "2026-11-30T18:30:00Z");
    BOOST_TEST(to_iso(Month{2026, 12}.ends()) == "2026-12-31T18:30:00Z");
}

BOOST_AUTO_TEST_CASE(parts_by_rate_are_the_whole) {
    auto const rate = [](int percent, std::int64_t taxable) {
        auto const amount = Money::from_paise(taxable);
        return RateAmounts{
            "997331", percent, {amount, gst(amount, percent, kSupplier.state(), kSupplier.state())}};
    };
    std::vector<RateAmounts> const weights{rate(5, 33333), rate(18, 66667)};
    PaperAmounts const whole{Money::from_paise(10001), {Money::from_paise(701), Money::from_paise(701), {}}};
    PaperAmounts sum;
    for (auto const& part : by_rate(whole, weights)) sum += part.amounts;
    BOOST_TEST((sum == whole));
}

BOOST_AUTO_TEST_CASE(the_portal_s_file_has_rupees_states_and_dates_as_it_wants_them) {
    auto const registered = paper("SSR/26-27/000001", kBuyer, "27", 100050);
    auto made =
        gstr1(kSupplier, kMonth,
              {.invoices = {registered}, .credit_notes = {note("SCN/26-27/000001", registered, 11800)}});
    made.documents = {{"Invoices for outward supply", "SSR/26-27/000001", "SSR/26-27/000001", 1, 0},
                      {"Credit Note", "SCN/26-27/000001", "SCN/26-27/000002", 2, 1}};
    auto const file = *Json::parse(to_json(made).dump());
    BOOST_TEST(*file["gstin"].text() == kSupplier.text());
    BOOST_TEST(*file["fp"].text() == "112026");
    auto const& buyer = file["b2b"].array()->at(0);
    BOOST_TEST(*buyer["ctin"].text() == kBuyer);
    auto const& invoice = buyer["inv"].array()->at(0);
    BOOST_TEST(*invoice["idt"].text() == "24-11-2026");
    BOOST_TEST(*invoice["val"].text_or_number() == "1180.59");
    BOOST_TEST(*invoice["itms"].array()->at(0)["itm_det"]["iamt"].text_or_number() == "180.09");
    BOOST_TEST(*file["cdnr"].array()->at(0)["nt"].array()->at(0)["ntty"].text() == "C");
    auto const& kinds = *file["doc_issue"]["doc_det"].array();
    BOOST_TEST(*kinds.at(0)["doc_num"].integer() == 5);
    BOOST_TEST(*kinds.at(0)["docs"].array()->at(0)["net_issue"].integer() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
