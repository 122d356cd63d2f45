#pragma once

#include "domain/billing/capture.h"
#include "domain/billing/checkout.h"
#include "domain/billing/reconciler.h"
#include "domain/billing/verification.h"
#include "support/database.h"
#include "support/gateway_fake.h"
#include "support/people.h"

namespace ssr::test {

/// One process of a handler that takes money: its own connections, as that handler's role.
struct Counter {
    Counter(Clock const& clock, billing::BillingConfig const& config,
            std::string const& role = "ssr_subscriptions");
    db::Session db;
    cache::Redis redis;
    billing::Gateway gateway;
    billing::Capture capture;
    billing::Checkout checkout;
    billing::Verification verification;
    billing::Reconciler reconciler;
};

/// Somebody who buys, the counter that serves him, and the gateway.
struct Shop : Database {
    FixedClock clock{*parse_instant("2026-11-24T10:00:00Z")};
    GatewayFake gateway;
    Counter counter{clock, gateway.config()};
    Person sita = a_person(db);

    billing::OrderWish wish(billing::Wish what = {.module = Module::estimate, .months = 3},
                            std::string key = {}) const;
    /// An order that the gateway knows; fails the test where none could be made.
    billing::Payment order(billing::Wish what = {.module = Module::estimate, .months = 3});
    /// As the gateway tells of a payment of that order.
    billing::GatewayPayment told(billing::Payment const& payment,
                                 billing::PaymentStatus status = billing::PaymentStatus::captured) const;
    /// "captured": how it stands in the database.
    std::string status_of(billing::Payment const& payment);
    /// Of Sita's rows: count("invoices"), count("subscriptions", "status = 'active'")
    std::int64_t count(std::string const& table, std::string const& where = "true");
    /// Of what other tests left to the worker nothing is done, and no schedule wakes.
    void only_own_jobs();
    /// What sql/invariants.sql has to complain about; empty where all is well.
    std::string broken_rules();
};

}  // namespace ssr::test
