#pragma once

#include "domain/works/estimates.h"
#include "guard/house.h"
#include "web/route.h"

namespace ssr::estimate {

struct Config {
    guard::HouseConfig house;
    static Config from(Environment& environment) { return {guard::HouseConfig::from(environment)}; }
};

/// What this binary's endpoints may touch: works and their estimates.
struct App : guard::House {
    explicit App(Config const& config) : House{config.house} {}

    works::WorkStore works{db};
    works::BookShelf books{db};
    works::EstimateStore store{db};
    works::Estimates estimates{db, clock};
};

}  // namespace ssr::estimate
