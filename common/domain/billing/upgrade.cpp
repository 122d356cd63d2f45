#include "domain/billing/upgrade.h"

namespace ssr::billing {

bool credit(QuoteLine& line, subscriptions::PaidStretch const& used, Instant now) {
    auto const left = unused_part(used.price, used.starts_at, used.ends_at, now);
    if (left >= line.taxable()) return false;
    if (left == Money{}) return true;
    line.credit = left;
    line.discount += left;
    line.replaces = used.id;
    return true;
}

}  // namespace ssr::billing
