#pragma once

#include "domain/jobs/runner.h"
#include "guard/house.h"

namespace ssr::dev {

struct Config {
    guard::HouseConfig house;
    /// Development only: a complaint with SSR_ENV=production.
    static Config from(Environment& environment);
};

/// The outside world of a development instance, and its clock.
struct App : guard::House {
    explicit App(Config const& config);

    std::string secret_key;  // opens the sealed messages of the outbox
    jobs::Runner runner;
};

}  // namespace ssr::dev
