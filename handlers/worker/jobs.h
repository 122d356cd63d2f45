#pragma once

#include "base/clock.h"
#include "domain/billing/billing_config.h"
#include "domain/jobs/runner.h"
#include "domain/messages/delivery.h"

namespace ssr::worker {

/// What the jobs may touch. It outlives the table.
struct Workplace {
    db::Session& db;
    Clock const& clock;
    billing::BillingConfig const& billing;
    std::optional<messages::Carriers> carriers = std::nullopt;  // in production
};

/// Every kind of job, and who does it. Without carriers messages are kept for the outbox instead of sent.
jobs::Table table(Workplace place);

}  // namespace ssr::worker
