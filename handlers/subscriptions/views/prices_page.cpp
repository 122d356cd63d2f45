#include <ctemplate/template.h>

#include "subscriptions/pages.h"
#include "subscriptions/pricing.tpl.h"
#include "subscriptions/set_price.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"
#include "view/include.h"
#include "view/list_pieces.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

constexpr std::array kDurations{1, 3, 6, 12};  // in months: those that the catalogue's table allows

std::vector<int> sold_durations(PricesPage const& page) {
    std::vector<int> sold;
    for (int const months : kDurations)
        for (auto const& offer : page.offers)
            if (offer.price_for(months)) {
                sold.push_back(months);
                break;
            }
    return sold;
}

// The duration asked for, or the longest that there is.
int shown_duration(PricesPage const& page) {
    auto const sold = sold_durations(page);
    bool const is_sold = std::find(sold.begin(), sold.end(), page.months) != sold.end();
    return is_sold || sold.empty() ? page.months : sold.back();
}

view::Segment durations_of(PricesPage const& page, int shown) {
    auto const href = [](int months) {
        return std::string{urls::kPricing} + "?months=" + std::to_string(months);
    };
    view::Segment segment{.name = "months", .legend = "Duration", .chosen = href(shown), .links = true};
    for (int const months : sold_durations(page)) segment.options.push_back({href(months), duration(months)});
    return segment;
}

void add_card(view::Dictionary& body, catalog::ModuleOffer const& offer, int months, bool is_first) {
    auto const* price = offer.price_for(months);
    if (!price) return;
    auto& card = view::section(body, kp_CARD);
    card.SetValue(kp_ICON, offer.icon);
    card.SetValue(kp_NAME, offer.name);
    card.SetValue(kp_AMOUNT, price->asked().display());
    card.SetValue(kp_DURATION, duration(months));
    if (price->sale) view::section(card, kp_BEFORE).SetValue(kp_AMOUNT, price->base.display());
    for (auto const& feature : offer.features) view::section(card, kp_FEATURE).SetValue(kp_TEXT, feature);
    view::add(
        card, kp_ACTION,
        view::Button{.label = "Buy " + (offer.module == Module::self_formatted ? "documents" : offer.name),
                     .href = urls::checkout({.module = offer.module, .months = months}),
                     .look = is_first ? view::Look::primary : view::Look::quiet});
}

void add_set(view::Dictionary& body, PricesPage const& page, catalog::BundleOffer const& bundle, int months) {
    auto const price = set_price(bundle, page.offers, months);
    if (!price) return;
    auto& set = view::section(body, kp_SET);
    set.SetValue(kp_NAME, bundle.name);
    set.SetValue(kp_AMOUNT, price->asked.display());
    set.SetValue(kp_DURATION, duration(months));
    set.SetValue(kp_SAVED, price->saved.display());
    view::add(set, kp_ACTION,
              view::Button{.label = "Buy the set",
                           .href = urls::checkout({.bundle = bundle.code, .months = months})});
}

view::Table table_of(PricesPage const& page) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Prices by module and duration",
                      .columns = {{.label = "Module", .is_lead = true}}};
    for (int const months : kDurations)
        table.columns.push_back({.label = duration(months), .kind = Kind::number});
    for (auto const& offer : page.offers) {
        std::vector<view::Cell> row{{.text = offer.name, .small = offer.description}};
        for (int const months : kDurations) {
            auto const* price = offer.price_for(months);
            row.push_back(price
                              ? view::Cell{.text = price->asked().display(),
                                           .href = urls::checkout({.module = offer.module, .months = months})}
                              : view::Cell{});
        }
        table.rows.push_back(std::move(row));
    }
    for (auto const& bundle : page.bundles) {
        std::vector<view::Cell> row{{.text = bundle.name}};
        for (int const months : kDurations) {
            auto const price = set_price(bundle, page.offers, months);
            row.push_back(price
                              ? view::Cell{.text = price->asked.display(),
                                           .href = urls::checkout({.bundle = bundle.code, .months = months})}
                              : view::Cell{});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::string render(PricesPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/pricing.tpl", "Prices"};
    auto& body = out.body();
    auto const months = shown_duration(page);
    body.SetValue(kp_TAX, tax(page.offers));
    view::add(body, kp_DURATIONS, durations_of(page, months));
    bool is_first = true;
    for (auto const& offer : page.offers) {
        if (!offer.is_active) continue;
        add_card(body, offer, months, is_first);
        is_first = false;
    }
    for (auto const& bundle : page.bundles) add_set(body, page, bundle, months);
    view::add(body, kp_TABLE, table_of(page));
    return out.html();
}

}  // namespace ssr::subscriptions_pages
