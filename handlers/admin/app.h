#pragma once

#include <span>

#include "admin/money_desk.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/coupon_desk.h"
#include "domain/catalog/catalogue.h"
#include "guard/house.h"
#include "web/route.h"

namespace ssr::admin {

struct Config {
    guard::HouseConfig house;
    billing::BillingConfig billing;
    static Config from(Environment& environment) {
        return {guard::HouseConfig::from(environment), billing::BillingConfig::from(environment)};
    }
};

/// What this binary's endpoints may touch: the administrators' panel.
struct App : guard::House {
    explicit App(Config const& config) : House{config.house}, money{db, clock, config.billing} {}

    MoneyDesk money;
    catalog::KeptCatalogue catalogue{db};
    billing::CouponDesk coupons{db, clock};
};

std::span<web::Route<App> const> routes();

}  // namespace ssr::admin
