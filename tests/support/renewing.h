#pragma once

#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "domain/billing/gateway_events.h"
#include "domain/billing/mandates.h"
#include "domain/billing/webhook_inbox.h"
#include "support/shop.h"
#include "support/worker.h"

namespace ssr::test {

/// Somebody who has Estimate for three months and lets it renew itself.
struct Renewing : Shop {
    billing::BillingConfig const config = gateway.with_mandates();
    billing::Mandates mandates{counter.db, clock, config, counter.gateway, counter.capture};
    db::Session inbox{{clone_as("ssr_webhooks")}};
    Worker worker{clock, config};
    billing::GatewayEvents events{worker.db, clock, config};
    billing::Payment const bought = sold();
    PublicSubscriptionId const held = subscriptions::Subscriptions{counter.db, clock, config.secret_keys}
                                          .given_for(bought.id)
                                          .at(0)
                                          .public_id;

    billing::Payment sold() {
        auto payment = order();
        counter.capture.apply(told(payment), billing::Messenger::webhook);
        return payment;
    }
    billing::MandateWish wish() const { return {sita.id, held, "10.0.0.1"}; }
    billing::Mandate begun() {
        auto mandate = mandates.begin(wish());
        BOOST_REQUIRE(bool(mandate));
        return *std::move(mandate);
    }
    billing::GatewayMandate as(billing::Mandate const& mandate, billing::MandateStatus status, int paid = 0,
                               std::optional<Instant> charge_at = {}) const {
        return {.id = *mandate.gateway_subscription_id,
                .standing = {status, paid},
                .charge_at = charge_at ? charge_at : std::optional{mandate.first_charge_at},
                .method = "upi"};
    }
    // Authorised, and the gateway knows it.
    billing::Mandate authorised() {
        auto const mandate = begun();
        gateway.has(as(mandate, billing::MandateStatus::authenticated));
        BOOST_REQUIRE(mandates.ask(mandate));
        return now(mandate);
    }
    billing::Mandate now(billing::Mandate const& mandate) {
        return *billing::MandateStore{db}.find(sita.id, mandate.public_id);
    }
    billing::GatewayPayment charge_of(
        billing::Mandate const& mandate,
        billing::PaymentStatus status = billing::PaymentStatus::captured) const {
        return {.id = fresh_gateway_id("pay_"),
                .order_id = fresh_gateway_id("order_"),
                .amount = mandate.total,
                .currency = "INR",
                .status = status,
                .failure = "",
                .was_captured = billing::is_paid(status),
                .invoice_id = fresh_gateway_id("inv_")};
    }
    Instant next_cycle(billing::Mandate const& mandate) const {
        return add_months(mandate.first_charge_at, 3);
    }

    std::string kept(std::string const& body) {
        auto const id = new_public_id();
        BOOST_REQUIRE((billing::receive(inbox, clock, body, id) == billing::WebhookReceipt::stored));
        return id;
    }
    std::string applied(std::string const& id) {
        events.apply(Json::Object{{"event_id", id}});
        return worker.db.one("SELECT coalesce(result, '') AS result FROM webhook_events WHERE event_id = :id",
                             {{"id", id}}, [](db::Row const& row) { return row.text("result"); });
    }
    std::string hear(std::string const& body) { return applied(kept(body)); }
    std::string hear_charged(billing::Mandate const& mandate, billing::GatewayPayment const& charge,
                             int paid = 1) {
        return hear(event("subscription.charged",
                          as(mandate, billing::MandateStatus::active, paid, next_cycle(mandate)), charge));
    }

    Instant ends() {
        return db.one("SELECT max(expires_at) AS at FROM subscriptions WHERE user_id = :user",
                      {{"user", sita.id}}, [](db::Row const& row) { return row.instant("at"); });
    }
    bool renews_itself() { return count("subscriptions", "auto_renew") == 1; }
    std::int64_t letters(std::string const& what) {
        return count("outbox_messages", "kind = 'mandate' AND event_key LIKE '%:" + what + "'");
    }
    // Of what other tests left nothing is due.
    void only_own() {
        db.execute("UPDATE mandates SET next_check_at = NULL, next_charge_at = NULL WHERE user_id <> :user",
                   {{"user", sita.id}});
    }
    void run_jobs() {
        only_schedules_sleep();
        worker.runner.run_due();
    }
    void only_schedules_sleep() {
        db.run_script(
            "UPDATE job_schedules SET next_run_at = '2100-01-01Z'; "
            "DELETE FROM jobs WHERE kind NOT LIKE 'mandate%'");
    }
};

}  // namespace ssr::test
