#pragma once

#include "support/database.h"
#include "worker/jobs.h"

namespace ssr::test {

/// The worker with all its jobs, as its own role.
struct Worker {
    Worker(Clock const& clock, billing::BillingConfig const& billing)
        : runner{db, clock,
                 worker::table({.db = db,
                                .clock = clock,
                                .billing = billing,
                                .beside = beside,
                                .privacy = privacy,
                                .redis = redis})} {}

    db::Session db{{clone_as("ssr_worker")}}, beside{{clone_as("ssr_worker")}};
    cache::Redis redis{redis_url()};
    privacy::PrivacyConfig privacy{.secret_keys = {std::string(64, 'k')}};
    jobs::Runner runner;
};

}  // namespace ssr::test
