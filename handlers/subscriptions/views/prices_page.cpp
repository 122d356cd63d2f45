#include <ctemplate/template.h>

#include "subscriptions/pages.h"
#include "subscriptions/pricing.tpl.h"
#include "subscriptions/words.h"
#include "view/list_pieces.h"
#include "view/page.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

constexpr std::array kDurations{1, 3, 6, 12};  // in months: those that the catalogue's table allows

view::Table table_of(std::vector<catalog::ModuleOffer> const& offers) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Prices by module and duration",
                      .columns = {{.label = "Module", .is_lead = true}}};
    for (int const months : kDurations)
        table.columns.push_back({.label = duration(months), .kind = Kind::number});
    for (auto const& offer : offers) {
        std::vector<view::Cell> row{{.text = offer.name, .small = offer.description}};
        for (int const months : kDurations) {
            auto const price = std::find_if(offer.prices.begin(), offer.prices.end(),
                                            [&](auto const& each) { return each.months == months; });
            row.push_back({.text = price == offer.prices.end() ? "" : price->asked().display()});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::string render(PricesPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/pricing.tpl", "Prices"};
    view::add(out.body(), kp_HEAD,
              view::PageHead{.title = "Prices", .text = "Each module for itself. " + tax(page.offers)});
    view::add(out.body(), kp_TABLE, table_of(page.offers));
    return out.html();
}

}  // namespace ssr::subscriptions_pages
