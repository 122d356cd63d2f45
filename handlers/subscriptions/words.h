#pragma once

#include <string>
#include <vector>

#include "domain/catalog/catalogue.h"

namespace ssr::subscriptions_pages {

/// "1 month", "12 months"
std::string duration(int months);
/// The least that the module can be had for: "From ₹ 499.00 for 1 month, plus GST". Empty: it is not sold.
std::string cheapest(catalog::ModuleOffer const& offer);
/// What comes on top of the prices: "GST of 18 % is added."
std::string tax(std::vector<catalog::ModuleOffer> const& offers);

}  // namespace ssr::subscriptions_pages
