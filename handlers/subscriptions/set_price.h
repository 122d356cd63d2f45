#pragma once

#include <optional>

#include "domain/catalog/catalogue.h"

namespace ssr::subscriptions_pages {

/// What a set costs, and how much less that is than its modules by themselves; before tax.
struct SetPrice {
    Money asked, saved;
};

/// Pure. Nothing where the set or a part of it is not sold for so long.
std::optional<SetPrice> set_price(catalog::BundleOffer const& bundle,
                                  std::vector<catalog::ModuleOffer> const& offers, int months);

}  // namespace ssr::subscriptions_pages
