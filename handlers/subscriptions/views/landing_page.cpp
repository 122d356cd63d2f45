#include <ctemplate/template.h>

#include "subscriptions/landing.tpl.h"
#include "subscriptions/pages.h"
#include "subscriptions/words.h"
#include "view/figure_pieces.h"
#include "view/include.h"
#include "view/page.h"

namespace ssr::subscriptions_pages {

namespace {

using Kind = view::TotalRow::Kind;

struct Line {
    char const *item, *quantity, *unit, *rate, *amount;
};

// A repair estimate as it is worked out here, whole: whoever adds it up comes to its grand total.
constexpr Line kLines[] = {
    {"Light & Bell Points : Residential Building", "42", "Pts", "816.00", "34,272.00"},
    {"Power Plug Two Nos", "6", "Nos", "1,692.00", "10,152.00"},
    {"Ceiling Fans", "12", "Nos", "3,637.00", "43,644.00"},
    {"15W LED Slimline Panel Light", "36", "Nos", "776.00", "27,936.00"},
    {"Run of 3 of 2.5 Sq.mm Copper Cable", "265.5", "Mtrs", "137.00", "36,373.50"},
    {"Surface PVC Pipe", "180.25", "Mtrs", "119.00", "21,449.75"},
};
view::Totals const kTotals{.rows = {{"Less old material", "−3,500.00"},
                                    {"ECV", "1,70,327.25", Kind::sum},
                                    {"Cesses", "3,576.87"},
                                    {"GST 18 %", "31,302.74"},
                                    {"L.S. unforeseen", "4,793.14"},
                                    {"Grand total", "₹ 2,10,000.00", Kind::grand}}};
view::Totals const kBalance{
    .rows = {{"Total more", "54,983.98"}, {"Total less", "54,983.98"}, {"Difference", "0.00", Kind::grand}}};
view::Chain const kPapers{.groups = {{{"E", "estimate", {}, view::Paper::State::open}},
                                     {{"W1", "workslip 1", {}, view::Paper::State::next}},
                                     {{"B1", "bill 1", {}, view::Paper::State::next}}}};
constexpr char const* kFacts[] = {
    "Bills add up: the sum of all bills equals the till-date total, to the paisa.",
    "More equals less in every workslip, and the balance is shown as you type.",
    "Excel files with live formulas, Indian grouping and A4 page setup.",
    "Your work is saved on every change. A closed browser loses nothing.",
};

void show_sheet(view::Dictionary& out) {
    view::add(out, kl_PAPERS, kPapers);
    for (auto const& line : kLines) {
        auto& row = view::section(out, kl_LINE);
        row.SetValue(kl_ITEM, line.item);
        row.SetValue(kl_QUANTITY, line.quantity);
        row.SetValue(kl_UNIT, line.unit);
        row.SetValue(kl_RATE, line.rate);
        row.SetValue(kl_AMOUNT, line.amount);
    }
    view::add(out, kl_TOTALS, kTotals);
}

}  // namespace

std::string render(LandingPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/landing.tpl", "Estimates, workslips and bills"};
    auto& body = out.body();
    body.ShowSection(frame.person ? kl_PERSON : kl_STRANGER);
    auto const begin = invitation(page.offers);
    body.SetValue(kl_BEGIN, begin.button);
    body.SetValue(kl_TRIAL, begin.sentence);
    show_sheet(body);
    for (auto const& offer : page.offers) {
        auto& module = view::section(body, kl_MODULE);
        module.SetValue(kl_ICON, offer.icon);
        module.SetValue(kl_NAME, offer.name);
        module.SetValue(kl_TEXT, offer.description);
        view::show(module, kl_PRICE, kl_TEXT, cheapest(offer));
    }
    for (auto const* fact : kFacts) view::section(body, kl_FACT).SetValue(kl_TEXT, fact);
    view::add(body, kl_BALANCED, view::Pill{"Balanced", view::Tone::ok, "check2"});
    view::add(body, kl_BALANCE, kBalance);
    return out.html();
}

}  // namespace ssr::subscriptions_pages
