#pragma once

#include <string>
#include <vector>

#include "domain/billing/coupon_desk.h"
#include "domain/catalog/catalogue.h"
#include "view/page.h"

namespace ssr::admin {

/// All coupons, as many as fit the filter.
struct CouponsPage {
    billing::CouponFilter wanted;
    billing::CouponList list;
    std::vector<catalog::ModuleOffer> const& modules;
};
std::string render(CouponsPage const& page, view::Frame const& frame);

/// The form of a coupon that does not exist yet.
struct NewCouponPage {
    std::vector<catalog::ModuleOffer> const& modules;
    std::string key;  // so that a second press makes no second coupon
    view::Values typed = {};
    view::Errors errors = {};
};
std::string render(NewCouponPage const& page, view::Frame const& frame);

/// A coupon: what it gives, who used it, and what may still be changed of it.
struct CouponPage {
    billing::CouponLine line;
    billing::CouponUseList uses;
    std::vector<catalog::ModuleOffer> const& modules;
    view::Values typed;
    view::Errors errors = {};
};
std::string render(CouponPage const& page, view::Frame const& frame);

/// The terms of a coupon as its form has them.
view::Values typed_of(billing::CouponLine const& line);

}  // namespace ssr::admin
