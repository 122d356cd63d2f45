#include "domain/billing/coupon_book.h"

#include "domain/billing/coupon_rows.h"

namespace ssr::billing {

namespace {

CouponUses to_uses(db::Row const& row) { return {row.integer("by_all"), row.integer("by_user")}; }

struct Given {
    CouponId coupon;
    UserId user;
};

}  // namespace

Result<Coupon, CouponRefused> CouponBook::find_usable(std::string_view code, UserId user, Instant now) {
    auto found = db_.maybe_one(
        std::string{kCouponColumns} + R"(, c.times_used - his.unpaid AS by_all, his.paid AS by_user
          FROM coupons c
         CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE status IN ('created', 'attempted', 'failed')) AS unpaid,
                                    count(*) FILTER (WHERE status NOT IN ('created', 'attempted', 'failed')) AS paid
                               FROM payments WHERE coupon_id = c.id AND user_id = :user AND coupon_released_at IS NULL) his
         WHERE c.code = :code)",
        {{"user", user}, {"code", coupon_code(code)}}, [](db::Row const& row) {
            return std::pair{to_coupon(row), to_uses(row)};
        });
    if (!found) return Err{CouponRefused::unknown};
    auto const& [coupon, uses] = *found;
    if (auto const why = refusal(coupon, uses, now)) return Err{*why};
    return coupon;
}

Coupon CouponBook::lock(CouponId coupon) {
    return db_.one(std::string{kCouponColumns} + " FROM coupons c WHERE c.id = :coupon FOR UPDATE OF c",
                   {{"coupon", coupon}}, to_coupon);
}

CouponUses CouponBook::uses_of(CouponId coupon, UserId user) {
    return db_.one(R"(
        SELECT c.times_used AS by_all,
               (SELECT count(*) FROM payments WHERE coupon_id = c.id AND user_id = :user AND coupon_released_at IS NULL) AS by_user
          FROM coupons c WHERE c.id = :coupon
    )",
                   {{"user", user}, {"coupon", coupon}}, to_uses);
}

void CouponBook::release_unpaid(CouponId coupon, UserId user, Instant now) {
    db_.execute(R"(
        WITH released AS (
            UPDATE payments SET coupon_released_at = :now
             WHERE coupon_id = :coupon AND user_id = :user AND coupon_released_at IS NULL
               AND status IN ('created', 'attempted', 'failed')
            RETURNING coupon_id
        )
        UPDATE coupons SET times_used = times_used - (SELECT count(*) FROM released)
         WHERE id IN (SELECT coupon_id FROM released)
    )",
                {{"now", now}, {"coupon", coupon}, {"user", user}});
}

std::optional<CouponRefused> CouponBook::take(CouponId coupon, UserId user, Instant now) {
    release_unpaid(coupon, user, now);
    auto const locked = lock(coupon);
    if (auto const why = refusal(locked, uses_of(coupon, user), now)) return why;
    db_.execute("UPDATE coupons SET times_used = times_used + 1 WHERE id = :coupon", {{"coupon", coupon}});
    return std::nullopt;
}

void CouponBook::release(PaymentId payment, Instant now) {
    db_.execute(R"(
        WITH released AS (
            UPDATE payments SET coupon_released_at = :now
             WHERE id = :payment AND coupon_id IS NOT NULL AND coupon_released_at IS NULL
            RETURNING coupon_id
        )
        UPDATE coupons SET times_used = times_used - 1 WHERE id IN (SELECT coupon_id FROM released)
    )",
                {{"now", now}, {"payment", payment}});
}

bool CouponBook::take_again(PaymentId payment, Instant now) {
    auto const given = db_.maybe_one(
        "SELECT coupon_id, user_id FROM payments WHERE id = :payment AND coupon_released_at IS NOT NULL",
        {{"payment", payment}}, [](db::Row const& row) {
            return Given{row.id<CouponId>("coupon_id"), row.id<UserId>("user_id")};
        });
    if (!given) return true;
    // The use goes with the money: what is only ordered makes room for what was paid.
    release_unpaid(given->coupon, given->user, now);
    auto const coupon = lock(given->coupon);
    if (limit_reached(coupon, uses_of(given->coupon, given->user))) return false;
    db_.execute(R"(
        WITH taken AS (
            UPDATE payments SET coupon_released_at = NULL WHERE id = :payment RETURNING coupon_id
        )
        UPDATE coupons SET times_used = times_used + 1 WHERE id IN (SELECT coupon_id FROM taken)
    )",
                {{"payment", payment}});
    return true;
}

}  // namespace ssr::billing
