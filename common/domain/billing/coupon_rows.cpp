#include "domain/billing/coupon_rows.h"

namespace ssr::billing {

Coupon to_coupon(db::Row const& row) {
    Coupon coupon{
        .id = row.id<CouponId>("id"),
        .code = row.text("code"),
        .kind = row.text("discount_type") == "flat" ? Coupon::Kind::flat : Coupon::Kind::percent,
        .value = row.integer("discount_value"),
        .most = row.maybe_money("max_discount_paise"),
        .valid_from = row.maybe_instant("valid_from"),
        .valid_until = row.maybe_instant("valid_until"),
        .usage_limit = row.maybe_integer("usage_limit"),
        .per_user_limit = row.maybe_integer("per_user_limit"),
        .is_active = row.flag("is_active"),
    };
    auto const modules = row.json("modules");
    for (auto const& id : *modules.array()) coupon.modules.emplace_back(id.integer().value_or(0));
    return coupon;
}

}  // namespace ssr::billing
