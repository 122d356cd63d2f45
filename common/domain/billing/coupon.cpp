#include "domain/billing/coupon.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "values/rounding.h"

namespace ssr::billing {

namespace {

bool is_for(Coupon const& coupon, QuoteLine const& line) {
    return coupon.modules.empty() ||
           std::find(coupon.modules.begin(), coupon.modules.end(), line.module_id) != coupon.modules.end();
}

Money discount_on(Money amount, Coupon const& coupon) {
    auto off = Money::from_paise(coupon.value);
    if (coupon.kind == Coupon::Kind::percent)
        off = Money::from_paise(divided_half_up(Wide{amount.paise()} * coupon.value, 100));
    if (coupon.most) off = std::min(off, *coupon.most);
    return std::min(off, amount);
}

Money sum_of(std::vector<Money> const& amounts) {
    return std::accumulate(amounts.begin(), amounts.end(), Money{});
}

}  // namespace

std::string coupon_code(std::string_view typed) { return upper(trimmed(typed)); }

std::optional<CouponRefused> limit_reached(Coupon const& coupon, CouponUses const& uses) {
    // Of two true answers the one that will not change tomorrow.
    if (coupon.per_user_limit && uses.by_user >= *coupon.per_user_limit) return CouponRefused::had_before;
    if (coupon.usage_limit && uses.by_all >= *coupon.usage_limit) return CouponRefused::used_up;
    return std::nullopt;
}

std::optional<CouponRefused> refusal(Coupon const& coupon, CouponUses const& uses, Instant now) {
    if (!coupon.is_active) return CouponRefused::unknown;
    if (coupon.valid_from && now < *coupon.valid_from) return CouponRefused::not_yet;
    if (coupon.valid_until && now >= *coupon.valid_until) return CouponRefused::expired;
    return limit_reached(coupon, uses);
}

std::vector<Money> spread(Money amount, std::vector<Money> const& weights) {
    std::vector<Money> parts(weights.size());
    auto const whole = sum_of(weights).paise();
    if (whole == 0) return parts;
    std::vector<std::int64_t> remainders;
    auto left = amount.paise();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        auto const product = Wide{amount.paise()} * weights[i].paise();
        parts[i] = Money::from_paise(std::int64_t(product / whole));
        remainders.push_back(std::int64_t(product % whole));
        left -= parts[i].paise();
    }
    std::vector<std::size_t> by_remainder(weights.size());
    std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
    std::stable_sort(by_remainder.begin(), by_remainder.end(),
                     [&](auto a, auto b) { return remainders[a] > remainders[b]; });
    for (auto const i : by_remainder)
        if (left > 0) {
            parts[i] += Money::from_paise(1);
            --left;
        }
    return parts;
}

Result<Quote, CouponRefused> with_coupon(Quote const& plain, Coupon const& coupon, State const& supplier,
                                         State const& place_of_supply) {
    std::vector<Money> weights;
    for (auto const& line : plain.lines) weights.push_back(is_for(coupon, line) ? line.taxable() : Money{});
    auto const amount = sum_of(weights);
    if (amount == Money{}) return Err{CouponRefused::other_modules};
    auto lines = plain.lines;
    auto const parts = spread(discount_on(amount, coupon), weights);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].discount += parts[i];
    auto sum = quote(lines, plain.bundle, supplier, place_of_supply);
    if (sum.total() < Money::from_rupees(1)) {
        for (auto& line : lines) line.discount = line.price;
        sum = quote(lines, plain.bundle, supplier, place_of_supply);
    }
    sum.coupon = coupon.id;
    sum.coupon_code = coupon.code;
    sum.coupon_discount = sum.discount - plain.discount;
    return sum;
}

}  // namespace ssr::billing
