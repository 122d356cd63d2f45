#pragma once

#include <span>

#include "guard/house.h"
#include "web/route.h"

namespace ssr::estimate {

struct Config {
    guard::HouseConfig house;
    static Config from(Environment& environment) { return {guard::HouseConfig::from(environment)}; }
};

/// What this binary's endpoints may touch: the Estimate module.
struct App : guard::House {
    explicit App(Config const& config) : House{config.house} {}
};

std::span<web::Route<App> const> routes();

}  // namespace ssr::estimate
