#pragma once

#include "dev/gateway/acquirer.h"
#include "dev/gateway/collector.h"
#include "domain/billing/billing_config.h"
#include "domain/jobs/runner.h"
#include "domain/privacy/privacy_config.h"
#include "guard/house.h"

namespace ssr::dev {

struct Config {
    guard::HouseConfig house;
    billing::BillingConfig billing;
    gateway::WebhookConfig webhook;
    privacy::PrivacyConfig privacy;
    /// Development only: a complaint with SSR_ENV=production.
    static Config from(Environment& environment);
};

/// The outside world of a development instance, and its clock.
struct App : guard::House {
    explicit App(Config const& config);

    billing::BillingConfig billing;
    privacy::PrivacyConfig privacy;
    db::Session beside;      // of the worker's jobs
    std::string secret_key;  // opens the sealed messages of the outbox
    jobs::Runner runner;
    gateway::Ledger ledger{db};
    gateway::Deliveries deliveries;
    gateway::Acquirer acquirer{db, clock, ledger, deliveries};
    gateway::StandingOrders orders{db};
    gateway::Collector collector{db, clock, ledger, orders, deliveries};

    /// What happens at the gateway by itself; everybody who looks calls it first.
    void ripen() {
        acquirer.ripen();
        collector.ripen();
    }
};

}  // namespace ssr::dev
