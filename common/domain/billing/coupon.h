#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/billing/quote.h"

namespace ssr::billing {

/// A code that makes an order cheaper.
struct Coupon {
    CouponId id;
    std::string code;  // "RAB10"
    enum class Kind { percent, flat };
    Kind kind;
    std::int64_t value;         // per cent, or paise off the order
    std::optional<Money> most;  // whatever the per cent come to
    std::optional<Instant> valid_from, valid_until;
    std::optional<std::int64_t> usage_limit, per_user_limit;
    bool is_active;
    std::vector<ModuleId> modules;  // which it makes cheaper; empty: all
};

/// How often it is in use: paid, or held by an order that can still be paid.
struct CouponUses {
    std::int64_t by_all = 0, by_user = 0;
};

enum class CouponRefused {
    unknown,        // no such code, or no longer given
    not_yet,        // its time has not begun
    expired,        // its time is over
    used_up,        // by everybody together
    had_before,     // this person has used it as often as he may
    other_modules,  // nothing of the order is what it is for
};

/// As codes are kept: without blanks around, in capitals.
std::string coupon_code(std::string_view typed);

/// Pure: why one more use is refused now; nothing where it is not. The limits alone are asked where the order
/// was made while the coupon was good.
std::optional<CouponRefused> refusal(Coupon const& coupon, CouponUses const& uses, Instant now);
std::optional<CouponRefused> limit_reached(Coupon const& coupon, CouponUses const& uses);

/// Pure: `amount` in parts as the weights are to each other, to the paisa: each is rounded down, and the
/// paise that are left go to the largest remainders. No part is more than its weight where the amount is not
/// more than their sum.
std::vector<Money> spread(Money amount, std::vector<Money> const& weights);

/// Pure: the same order with the coupon's discount on the lines that it is for, after the bundle's discount
/// and before tax. A remainder below the rupee that a gateway takes at least is let go.
Result<Quote, CouponRefused> with_coupon(Quote const& plain, Coupon const& coupon, State const& supplier,
                                         State const& place_of_supply);

}  // namespace ssr::billing
