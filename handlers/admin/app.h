#pragma once

#include <span>

#include "admin/money_desk.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/coupon_desk.h"
#include "domain/catalog/catalogue.h"
#include "domain/subscriptions/overrides.h"
#include "domain/subscriptions/subscriptions.h"
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
    explicit App(Config const& config)
        : House{config.house},
          money{db, clock, config.billing},
          overrides{db, clock, messages::Outbox{db, clock, config.billing.secret_keys.at(0)}},
          subscriptions{db, clock, config.billing.secret_keys} {}

    MoneyDesk money;
    catalog::KeptCatalogue catalogue{db};
    billing::CouponDesk coupons{db, clock};
    subscriptions::Overrides overrides;
    subscriptions::Subscriptions subscriptions;
};

std::span<web::Route<App> const> routes();

}  // namespace ssr::admin
