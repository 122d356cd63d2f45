#pragma once

#include "domain/billing/coupon_desk.h"
#include "web/form.h"

namespace ssr::admin {

/// A coupon as its form or a program has it. Programs say `discount_value`: per cent, or paise off the order,
/// and `max_discount_paise`. The page has a field for each: `discount_percent`, `discount_rupees`, and
/// `max_discount` in rupees. Modules are ticks, `module.estimate`; none ticked means all.
struct CouponForm {
    billing::CouponOffer offer;
    static std::optional<CouponForm> read(web::FieldReader& read);
};

/// What of it may still be changed.
struct CouponTermsForm {
    billing::CouponTerms terms;
    static std::optional<CouponTermsForm> read(web::FieldReader& read);
};

struct CouponsQuery {
    billing::CouponFilter filter;  // ?q=RAB&state=running&page=2
    static std::optional<CouponsQuery> read(web::FieldReader& read);
};

/// What was done to a coupon a moment ago is said once.
struct CouponDoneQuery {
    std::string done;  // ?done=made
    static std::optional<CouponDoneQuery> read(web::FieldReader& read);
};

}  // namespace ssr::admin
