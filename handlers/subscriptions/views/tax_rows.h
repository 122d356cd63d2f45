#pragma once

#include "domain/billing/quote.h"
#include "view/figure_pieces.h"

namespace ssr::subscriptions_pages {

/// What makes up the total, from the prices to the amount that is paid.
std::vector<view::TotalRow> total_rows(billing::Quote const& quote, State const& place_of_supply);

}  // namespace ssr::subscriptions_pages
