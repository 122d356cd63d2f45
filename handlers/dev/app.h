#pragma once

#include "dev/gateway/acquirer.h"
#include "domain/billing/billing_config.h"
#include "domain/jobs/runner.h"
#include "guard/house.h"

namespace ssr::dev {

struct Config {
    guard::HouseConfig house;
    billing::BillingConfig billing;
    gateway::WebhookConfig webhook;
    /// Development only: a complaint with SSR_ENV=production.
    static Config from(Environment& environment);
};

/// The outside world of a development instance, and its clock.
struct App : guard::House {
    explicit App(Config const& config);

    billing::BillingConfig billing;
    std::string secret_key;  // opens the sealed messages of the outbox
    jobs::Runner runner;
    gateway::Ledger ledger{db};
    gateway::Deliveries deliveries;
    gateway::Acquirer acquirer{db, clock, ledger, deliveries};
};

}  // namespace ssr::dev
