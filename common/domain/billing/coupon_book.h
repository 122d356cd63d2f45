#pragma once

#include <optional>
#include <string>

#include "db/session.h"
#include "domain/billing/coupon.h"

namespace ssr::billing {

/// `coupons` and who uses them. `times_used` counts the orders that hold the coupon: those that are paid and
/// those that still can be. Whoever needs both locks the payment before the coupon.
class CouponBook {
public:
    explicit CouponBook(db::Session& db) : db_{db} {}

    /// The coupon as this person may use it now, for an order that is not made yet. What his own unpaid
    /// orders hold is not counted: it would move to the new one.
    Result<Coupon, CouponRefused> find_usable(std::string_view code, UserId user, Instant now);

    /// Takes one use for an order that is made in the same transaction; unpaid orders of the same person give
    /// theirs back first. The row stays locked until the commit, so no number of buyers gets past a limit.
    std::optional<CouponRefused> take(CouponId coupon, UserId user, Instant now);
    /// An order that died gives its use back; a second time changes nothing.
    void release(PaymentId payment, Instant now);
    /// An order that gave its use back and is paid after all takes it again, from an unpaid order of the same
    /// person where need be. False where others have used it up. An order that holds its use, or never had
    /// one, needs nothing: true.
    bool take_again(PaymentId payment, Instant now);

private:
    Coupon lock(CouponId coupon);
    CouponUses uses_of(CouponId coupon, UserId user);
    void release_unpaid(CouponId coupon, UserId user, Instant now);
    db::Session& db_;
};

}  // namespace ssr::billing
