#include "domain/billing/upgrade.h"

namespace ssr::billing {

bool is_longer(int months, Instant starts_at, Instant ends_at) {
    return add_months(starts_at, months) > ends_at;
}

bool credit(QuoteLine& line, subscriptions::PaidStretch const& used, Instant now) {
    if (!is_longer(line.months, used.starts_at, used.ends_at)) return false;
    auto const left = unused_part(used.price, used.starts_at, used.ends_at, now);
    if (left >= line.taxable()) return false;
    if (left == Money{}) return true;
    line.credit = left;
    line.discount += left;
    line.replaces = used.id;
    return true;
}

}  // namespace ssr::billing
