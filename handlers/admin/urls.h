#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "values/ids.h"

namespace ssr::admin::urls {

inline constexpr std::string_view kPayments = "/admin-panel/payments/";
inline constexpr std::string_view kReview = "/admin-panel/review/";
inline constexpr std::string_view kEvents = "/admin-panel/events/";
inline constexpr std::string_view kComparisons = "/admin-panel/comparisons/";
inline constexpr std::string_view kGstr1 = "/admin-panel/gstr-1/";
inline constexpr std::string_view kUsers = "/admin-panel/users/";
inline constexpr std::string_view kSubscriptions = "/admin-panel/subscriptions/";
inline constexpr std::string_view kCoupons = "/admin-panel/coupons/";

/// A payment with its papers, refunds and events.
inline std::string payment(PublicPaymentId const& id) { return std::string{kPayments} + id.text() + "/"; }
/// Payments that a number, an id of the gateway, a name, a mobile number or an address leads to.
inline std::string found(std::string_view text) { return std::string{kPayments} + "?q=" + url_encoded(text); }
/// A person with his access.
inline std::string user(PublicUserId const& id) { return std::string{kUsers} + id.text() + "/"; }

}  // namespace ssr::admin::urls
