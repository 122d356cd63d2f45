#pragma once

#include "admin/urls.h"
#include "domain/billing/coupon_desk.h"

namespace ssr::admin::urls {

inline constexpr std::string_view kNewCoupon = "/admin-panel/coupons/new/";

/// A coupon with its uses and its form.
inline std::string coupon(billing::PublicCouponId const& id) {
    return std::string{kCoupons} + id.text() + "/";
}
inline std::string withdraw_coupon(billing::PublicCouponId const& id) { return coupon(id) + "withdraw/"; }
inline std::string reinstate_coupon(billing::PublicCouponId const& id) { return coupon(id) + "reinstate/"; }

}  // namespace ssr::admin::urls
