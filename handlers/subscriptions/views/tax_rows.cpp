#include "subscriptions/views/tax_rows.h"

namespace ssr::subscriptions_pages {

namespace {

// "18 %", or with `parts` 2: "9 %"; empty where the lines differ.
std::string rate(std::vector<billing::QuoteLine> const& lines, int parts) {
    auto const percent = lines.front().gst_percent;
    for (auto const& line : lines)
        if (line.gst_percent != percent) return {};
    return " " + std::to_string(percent / parts) + (percent % parts ? ".5 %" : " %");
}

}  // namespace

std::vector<view::TotalRow> total_rows(billing::Quote const& quote, State const& place_of_supply) {
    using Kind = view::TotalRow::Kind;
    std::vector<view::TotalRow> rows{{.label = "Modules", .amount = quote.subtotal.grouped()}};
    auto const less = [&](std::string label, Money amount) {
        if (amount > Money{}) rows.push_back({.label = std::move(label), .amount = (-amount).grouped()});
    };
    Money credit;
    for (auto const& line : quote.lines) credit += line.credit;
    less("Less, taken together", quote.discount - quote.coupon_discount - credit);
    less("Less, left of your period", credit);
    less("Coupon " + quote.coupon_code, quote.coupon_discount);
    rows.push_back({.label = "Taxable value", .amount = quote.taxable().grouped(), .kind = Kind::sum});
    if (quote.tax.igst > Money{}) {
        rows.push_back({.label = "IGST" + rate(quote.lines, 1), .amount = quote.tax.igst.grouped()});
    } else {
        auto const second = place_of_supply.levies_utgst() ? "UTGST" : "SGST";
        rows.push_back({.label = "CGST" + rate(quote.lines, 2), .amount = quote.tax.cgst.grouped()});
        rows.push_back({.label = second + rate(quote.lines, 2), .amount = quote.tax.sgst.grouped()});
    }
    rows.push_back({.label = "Total", .amount = quote.total().display(), .kind = Kind::grand});
    return rows;
}

}  // namespace ssr::subscriptions_pages
