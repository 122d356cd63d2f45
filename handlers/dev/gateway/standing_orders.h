#pragma once

#include "db/session.h"
#include "dev/gateway/wishes.h"

namespace ssr::dev::gateway {

/// The gateway's books of what customers let it charge: plans, subscriptions and their invoices.
class StandingOrders {
public:
    explicit StandingOrders(db::Session& db) : db_{db} {}

    void insert(Plan const& plan);
    std::optional<Plan> find_plan(std::string const& id);
    std::vector<Plan> list_plans(Span const& span);

    void insert(Subscription const& subscription);
    std::optional<Subscription> find(std::string const& id);
    std::optional<Subscription> lock(std::string const& id);
    std::vector<Subscription> list(Span const& span, std::optional<std::string> const& plan = {});
    /// One whose charge is due, locked.
    std::optional<Subscription> lock_due(Instant now);
    bool has_due(Instant now);
    void update(Subscription const& subscription);
    /// Nobody authorised them in time.
    void expire(Instant now);

    void insert(Invoice const& invoice);
    std::optional<Invoice> find_invoice(std::string const& id);
    std::vector<Invoice> list_invoices(Span const& span, std::optional<std::string> const& subscription = {});
    /// The cycle's that is not paid yet.
    std::optional<Invoice> find_unpaid(std::string const& subscription, Instant billing_start);
    void mark_paid(std::string const& invoice, std::string const& payment, Instant now);

private:
    db::Session& db_;
};

}  // namespace ssr::dev::gateway
