#pragma once

#include "domain/billing/quote.h"
#include "domain/subscriptions/subscriptions.h"

namespace ssr::billing {

/// Pure: whether so many months would have lasted beyond a stretch, had they begun with it. Who has a year
/// already gains nothing by a year more from today.
bool is_longer(int months, Instant starts_at, Instant ends_at);

/// Pure: takes what is left of the stretch in use off the line that replaces it. What is worth nothing is not
/// taken away: the line is a renewal like any other. False where the line is no longer than the stretch, or
/// worth no more than what is left of it.
bool credit(QuoteLine& line, subscriptions::PaidStretch const& used, Instant now);

}  // namespace ssr::billing
