#pragma once

#include <string_view>

#include "db/session.h"
#include "domain/billing/coupon.h"

namespace ssr::billing {

/// `coupons c` as a Coupon: the columns of a SELECT, and their mapping.
inline constexpr std::string_view kCouponColumns = R"(
        SELECT c.id, c.code, c.discount_type, c.discount_value, c.max_discount_paise, c.valid_from, c.valid_until,
               c.usage_limit, c.per_user_limit, c.is_active,
               coalesce((SELECT jsonb_agg(module_id) FROM coupon_modules WHERE coupon_id = c.id), '[]') AS modules )";
Coupon to_coupon(db::Row const& row);

}  // namespace ssr::billing
