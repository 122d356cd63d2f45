#pragma once

#include <string>
#include <vector>

#include "domain/billing/coupon_desk.h"
#include "domain/catalog/catalogue.h"
#include "view/pieces.h"
#include "web/http.h"

// What staff are told of coupons.
namespace ssr::admin {

/// "10 % off, at most ₹ 500.00"
std::string discount_of(billing::Coupon const& coupon);
/// "From 01-12-2026 till 31-12-2026"
std::string validity_of(billing::Coupon const& coupon);
/// "Estimate, Bill"; "All modules"
std::string modules_of(billing::CouponLine const& line, std::vector<catalog::ModuleOffer> const& offers);
view::Pill pill_of(billing::CouponState state);

web::Refusal explain(billing::TermsRefused why);
/// What was done, by the word of the address; nothing for any other word.
std::optional<view::Toast> toast_of_coupon(std::string_view done);

}  // namespace ssr::admin
