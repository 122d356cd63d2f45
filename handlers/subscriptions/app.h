#pragma once

#include <span>

#include "domain/catalog/catalogue.h"
#include "guard/house.h"
#include "web/route.h"

namespace ssr::subscriptions_pages {

struct Config {
    guard::HouseConfig house;
    static Config from(Environment& environment) { return {guard::HouseConfig::from(environment)}; }
};

/// What this binary's endpoints may touch: prices, the dashboard, and every address that nobody else owns.
struct App : guard::House {
    explicit App(Config const& config) : House{config.house} {}
    catalog::KeptCatalogue catalogue{db};
};

std::span<web::Route<App> const> routes();

}  // namespace ssr::subscriptions_pages
