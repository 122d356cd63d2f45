#include "dev/gateway/standing_orders.h"

namespace ssr::dev::gateway {

namespace {

std::string const kPlans = R"(
        SELECT id AS plan_id, period, every, name, description, amount_paise, notes AS plan_notes, created_at AS plan_made_at
          FROM gateway.plans )";

std::string const kSubscriptions = R"(
        SELECT s.id, s.plan_id, s.status, s.quantity, s.total_count, s.paid_count, s.auth_attempts, s.start_at, s.charge_at,
               s.current_start, s.current_end, s.ended_at, s.expire_by, s.customer_notify, s.ends_with_cycle, s.notes, s.method,
               s.declines, s.webhooks, s.created_at, p.period, p.every, p.name, p.description, p.amount_paise,
               p.notes AS plan_notes, p.created_at AS plan_made_at
          FROM gateway.subscriptions s JOIN gateway.plans p ON p.id = s.plan_id )";

std::string const kInvoices = R"(
        SELECT i.id, i.subscription_id, i.order_id, i.payment_id, p.name, i.amount_paise, i.status, i.billing_start, i.billing_end,
               i.paid_at, i.created_at
          FROM gateway.invoices i JOIN gateway.subscriptions s ON s.id = i.subscription_id JOIN gateway.plans p ON p.id = s.plan_id )";

Plan to_plan(db::Row const& row) {
    return {.id = row.text("plan_id"),
            .period = row.text("period"),
            .interval = int(row.integer("every")),
            .name = row.text("name"),
            .description = row.maybe_text("description"),
            .amount = row.money("amount_paise"),
            .notes = row.json("plan_notes"),
            .created_at = row.instant("plan_made_at")};
}

Subscription to_subscription(db::Row const& row) {
    return {.id = row.text("id"),
            .plan = to_plan(row),
            .status = row.text("status"),
            .quantity = int(row.integer("quantity")),
            .total_count = int(row.integer("total_count")),
            .paid_count = int(row.integer("paid_count")),
            .auth_attempts = int(row.integer("auth_attempts")),
            .start_at = row.maybe_instant("start_at"),
            .charge_at = row.maybe_instant("charge_at"),
            .current_start = row.maybe_instant("current_start"),
            .current_end = row.maybe_instant("current_end"),
            .ended_at = row.maybe_instant("ended_at"),
            .expire_by = row.maybe_instant("expire_by"),
            .customer_notify = row.flag("customer_notify"),
            .ends_with_cycle = row.flag("ends_with_cycle"),
            .notes = row.json("notes"),
            .method = row.text("method"),
            .declines = row.flag("declines"),
            .webhooks = row.text("webhooks"),
            .created_at = row.instant("created_at")};
}

Invoice to_invoice(db::Row const& row) {
    return {.id = row.text("id"),
            .subscription_id = row.text("subscription_id"),
            .order_id = row.text("order_id"),
            .payment_id = row.maybe_text("payment_id"),
            .name = row.text("name"),
            .amount = row.money("amount_paise"),
            .status = row.text("status"),
            .billing_start = row.instant("billing_start"),
            .billing_end = row.instant("billing_end"),
            .created_at = row.instant("created_at"),
            .paid_at = row.maybe_instant("paid_at")};
}

}  // namespace

void StandingOrders::insert(Plan const& plan) {
    db_.execute(R"(
        INSERT INTO gateway.plans (id, period, every, name, description, amount_paise, notes, created_at)
        VALUES (:id, :period, :every, :name, :description, :amount, :notes, :now)
    )",
                {{"id", plan.id},
                 {"period", plan.period},
                 {"every", plan.interval},
                 {"name", plan.name},
                 {"description", plan.description},
                 {"amount", plan.amount},
                 {"notes", plan.notes},
                 {"now", plan.created_at}});
}

std::optional<Plan> StandingOrders::find_plan(std::string const& id) {
    return db_.maybe_one(kPlans + "WHERE id = :id", {{"id", id}}, to_plan);
}

std::vector<Plan> StandingOrders::list_plans(Span const& span) {
    return db_.list(kPlans + R"(
         WHERE created_at >= coalesce(cast(:from AS timestamptz), '-infinity') AND created_at <= coalesce(cast(:to AS timestamptz), 'infinity')
         ORDER BY number DESC LIMIT :count OFFSET :skip)",
                    {{"from", span.from}, {"to", span.to}, {"count", span.count}, {"skip", span.skip}},
                    to_plan);
}

void StandingOrders::insert(Subscription const& subscription) {
    db_.execute(R"(
        INSERT INTO gateway.subscriptions (id, plan_id, quantity, total_count, start_at, charge_at, expire_by, customer_notify, notes,
                                           created_at)
        VALUES (:id, :plan, :quantity, :total, :start, :start, :expire, :notify, :notes, :now)
    )",
                {{"id", subscription.id},
                 {"plan", subscription.plan.id},
                 {"quantity", subscription.quantity},
                 {"total", subscription.total_count},
                 {"start", subscription.start_at},
                 {"expire", subscription.expire_by},
                 {"notify", subscription.customer_notify},
                 {"notes", subscription.notes},
                 {"now", subscription.created_at}});
}

std::optional<Subscription> StandingOrders::find(std::string const& id) {
    return db_.maybe_one(kSubscriptions + "WHERE s.id = :id", {{"id", id}}, to_subscription);
}

std::optional<Subscription> StandingOrders::lock(std::string const& id) {
    return db_.maybe_one(kSubscriptions + "WHERE s.id = :id FOR UPDATE OF s", {{"id", id}}, to_subscription);
}

std::vector<Subscription> StandingOrders::list(Span const& span, std::optional<std::string> const& plan) {
    return db_.list(
        kSubscriptions + R"(
         WHERE (cast(:plan AS text) IS NULL OR s.plan_id = :plan)
           AND s.created_at >= coalesce(cast(:from AS timestamptz), '-infinity') AND s.created_at <= coalesce(cast(:to AS timestamptz), 'infinity')
         ORDER BY s.number DESC LIMIT :count OFFSET :skip)",
        {{"plan", plan}, {"from", span.from}, {"to", span.to}, {"count", span.count}, {"skip", span.skip}},
        to_subscription);
}

std::optional<Subscription> StandingOrders::lock_due(Instant now) {
    return db_.maybe_one(kSubscriptions + R"(
         WHERE s.charge_at <= :now AND s.status IN ('authenticated', 'active', 'pending')
         ORDER BY s.charge_at, s.number LIMIT 1 FOR UPDATE OF s SKIP LOCKED)",
                         {{"now", now}}, to_subscription);
}

bool StandingOrders::has_due(Instant now) {
    return db_.one(R"(
        SELECT EXISTS (SELECT 1 FROM gateway.subscriptions
                        WHERE charge_at <= :now AND status IN ('authenticated', 'active', 'pending')) AS found
    )",
                   {{"now", now}}, [](db::Row const& row) { return row.flag("found"); });
}

void StandingOrders::update(Subscription const& subscription) {
    db_.execute(R"(
        UPDATE gateway.subscriptions
           SET status = :status, paid_count = :paid, auth_attempts = :attempts, charge_at = :charge, current_start = :start,
               current_end = :end, ended_at = :ended, ends_with_cycle = :with_cycle, method = :method, declines = :declines,
               webhooks = :webhooks
         WHERE id = :id
    )",
                {{"status", subscription.status},
                 {"paid", subscription.paid_count},
                 {"attempts", subscription.auth_attempts},
                 {"charge", subscription.charge_at},
                 {"start", subscription.current_start},
                 {"end", subscription.current_end},
                 {"ended", subscription.ended_at},
                 {"with_cycle", subscription.ends_with_cycle},
                 {"method", subscription.method},
                 {"declines", subscription.declines},
                 {"webhooks", subscription.webhooks},
                 {"id", subscription.id}});
}

void StandingOrders::expire(Instant now) {
    db_.execute(R"(
        UPDATE gateway.subscriptions SET status = 'expired', ended_at = :now, charge_at = NULL
         WHERE status = 'created' AND (start_at <= :now OR expire_by <= :now)
    )",
                {{"now", now}});
}

void StandingOrders::insert(Invoice const& invoice) {
    db_.execute(R"(
        INSERT INTO gateway.invoices (id, subscription_id, order_id, amount_paise, status, billing_start, billing_end, created_at)
        VALUES (:id, :subscription, :order, :amount, :status, :start, :end, :now)
    )",
                {{"id", invoice.id},
                 {"subscription", invoice.subscription_id},
                 {"order", invoice.order_id},
                 {"amount", invoice.amount},
                 {"status", invoice.status},
                 {"start", invoice.billing_start},
                 {"end", invoice.billing_end},
                 {"now", invoice.created_at}});
}

std::optional<Invoice> StandingOrders::find_invoice(std::string const& id) {
    return db_.maybe_one(kInvoices + "WHERE i.id = :id", {{"id", id}}, to_invoice);
}

std::vector<Invoice> StandingOrders::list_invoices(Span const& span,
                                                   std::optional<std::string> const& subscription) {
    return db_.list(kInvoices + R"(
         WHERE (cast(:subscription AS text) IS NULL OR i.subscription_id = :subscription)
         ORDER BY i.number DESC LIMIT :count OFFSET :skip)",
                    {{"subscription", subscription}, {"count", span.count}, {"skip", span.skip}}, to_invoice);
}

std::optional<Invoice> StandingOrders::find_unpaid(std::string const& subscription, Instant billing_start) {
    return db_.maybe_one(
        kInvoices +
            "WHERE i.subscription_id = :subscription AND i.status = 'issued' AND i.billing_start = :start",
        {{"subscription", subscription}, {"start", billing_start}}, to_invoice);
}

void StandingOrders::mark_paid(std::string const& invoice, std::string const& payment, Instant now) {
    db_.execute(
        "UPDATE gateway.invoices SET status = 'paid', payment_id = :payment, paid_at = :now WHERE id = :id",
        {{"payment", payment}, {"now", now}, {"id", invoice}});
}

}  // namespace ssr::dev::gateway
