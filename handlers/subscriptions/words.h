#pragma once

#include <string>
#include <vector>

#include "domain/catalog/catalogue.h"

namespace ssr::subscriptions_pages {

std::string duration(int months);  // "1 month", "12 months"
std::string cheapest(
    catalog::ModuleOffer const& offer);  // "From ₹ 499.00 for 1 month, plus GST"; empty: not sold
std::string tax(std::vector<catalog::ModuleOffer> const& offers);  // "GST of 18 % is added."

}  // namespace ssr::subscriptions_pages
