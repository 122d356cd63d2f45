#pragma once

#include <span>

#include "guard/house.h"
#include "support/config.h"
#include "web/route.h"

namespace ssr::support {

/// What this binary's endpoints may touch: help, tickets and announcements; who we are, and how we are.
struct App : guard::House {
    explicit App(Config const& config) : House{config.house}, seller{config.seller} {}

    Seller seller;
};

std::span<web::Route<App> const> routes();

}  // namespace ssr::support
