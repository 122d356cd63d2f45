#include "subscriptions/set_price.h"

#include "domain/billing/quote.h"

namespace ssr::subscriptions_pages {

std::optional<SetPrice> set_price(catalog::BundleOffer const& bundle,
                                  std::vector<catalog::ModuleOffer> const& offers, int months) {
    auto const lines = billing::lines_for({.bundle = bundle.code, .months = months}, offers, {bundle});
    if (!lines) return std::nullopt;
    SetPrice price;
    for (auto const& line : *lines) {
        price.asked += line.taxable();
        price.saved += line.discount;
    }
    return price;
}

}  // namespace ssr::subscriptions_pages
