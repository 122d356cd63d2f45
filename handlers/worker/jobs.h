#pragma once

#include "base/clock.h"
#include "cache/redis.h"
#include "domain/billing/billing_config.h"
#include "domain/jobs/runner.h"
#include "domain/messages/delivery.h"
#include "domain/privacy/privacy_config.h"

namespace ssr::worker {

/// What the jobs may touch. It outlives the table.
struct Workplace {
    db::Session& db;
    Clock const& clock;
    billing::BillingConfig const& billing;
    db::Session& beside;  // tells how far a job is, while it runs
    privacy::PrivacyConfig const& privacy;
    cache::Redis& redis;
    std::optional<messages::Carriers> carriers = std::nullopt;  // in production
};

/// Every kind of job, and who does it. Without carriers messages are kept for the outbox instead of sent.
jobs::Table table(Workplace place);

}  // namespace ssr::worker
