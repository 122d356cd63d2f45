#pragma once

#include "domain/billing/quote.h"
#include "domain/subscriptions/subscriptions.h"

namespace ssr::billing {

/// Pure: takes what is left of the stretch in use off the line that replaces it. What is worth nothing is not
/// taken away: the line is a renewal like any other. False where it is worth as much as the line, or more.
bool credit(QuoteLine& line, subscriptions::PaidStretch const& used, Instant now);

}  // namespace ssr::billing
