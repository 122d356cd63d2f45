#include "dev/gateway/ledger.h"

namespace ssr::dev::gateway {

namespace {

Order to_order(db::Row const& row) {
    return {.id = row.text("id"),
            .amount = row.money("amount_paise"),
            .receipt = row.maybe_text("receipt"),
            .notes = row.json("notes"),
            .captures_at_once = row.flag("captures_at_once"),
            .status = row.text("status"),
            .attempts = int(row.integer("attempts")),
            .created_at = row.instant("created_at")};
}

Payment to_payment(db::Row const& row) {
    return {.id = row.text("id"),
            .order_id = row.text("order_id"),
            .amount = row.money("amount_paise"),
            .refunded = row.money("refunded_paise"),
            .method = row.text("method"),
            .status = row.text("status"),
            .error_code = row.maybe_text("error_code"),
            .error_description = row.maybe_text("error_description"),
            .error_reason = row.maybe_text("error_reason"),
            .is_late = row.flag("is_late"),
            .is_captured = row.flag("is_captured"),
            .webhooks = row.text("webhooks"),
            .created_at = row.instant("created_at"),
            .invoice_id = row.maybe_text("invoice_id")};
}

Refund to_refund(db::Row const& row) {
    return {.id = row.text("id"),
            .payment_id = row.text("payment_id"),
            .amount = row.money("amount_paise"),
            .status = row.text("status"),
            .speed = row.text("speed"),
            .receipt = row.maybe_text("receipt"),
            .notes = row.json("notes"),
            .created_at = row.instant("created_at")};
}

}  // namespace

void Ledger::insert(Order const& order) {
    db_.execute(R"(
        INSERT INTO gateway.orders (id, amount_paise, receipt, notes, captures_at_once, status, created_at)
        VALUES (:id, :amount, :receipt, :notes, :captures, :status, :now)
    )",
                {{"id", order.id},
                 {"amount", order.amount},
                 {"receipt", order.receipt},
                 {"notes", order.notes},
                 {"captures", order.captures_at_once},
                 {"status", order.status},
                 {"now", order.created_at}});
}

std::optional<Order> Ledger::find_order(std::string const& id) {
    return db_.maybe_one(R"(
        SELECT id, amount_paise, receipt, notes, captures_at_once, status, attempts, created_at
          FROM gateway.orders WHERE id = :id
    )",
                         {{"id", id}}, to_order);
}

std::optional<Order> Ledger::lock_order(std::string const& id) {
    return db_.maybe_one(R"(
        SELECT id, amount_paise, receipt, notes, captures_at_once, status, attempts, created_at
          FROM gateway.orders WHERE id = :id FOR UPDATE
    )",
                         {{"id", id}}, to_order);
}

std::vector<Order> Ledger::list_orders(Span const& span, std::optional<std::string> const& receipt) {
    return db_.list(R"(
        SELECT id, amount_paise, receipt, notes, captures_at_once, status, attempts, created_at
          FROM gateway.orders
         WHERE (cast(:receipt AS text) IS NULL OR receipt = :receipt)
           AND created_at >= coalesce(cast(:from AS timestamptz), '-infinity') AND created_at <= coalesce(cast(:to AS timestamptz), 'infinity')
         ORDER BY number DESC LIMIT :count OFFSET :skip
    )",
                    {{"receipt", receipt},
                     {"from", span.from},
                     {"to", span.to},
                     {"count", span.count},
                     {"skip", span.skip}},
                    to_order);
}

void Ledger::mark_attempted(std::string const& order) {
    db_.execute("UPDATE gateway.orders SET status = 'attempted', attempts = attempts + 1 WHERE id = :id",
                {{"id", order}});
}

void Ledger::mark_paid(std::string const& order) {
    db_.execute("UPDATE gateway.orders SET status = 'paid' WHERE id = :id", {{"id", order}});
}

void Ledger::insert(Payment const& payment) {
    db_.execute(R"(
        INSERT INTO gateway.payments (id, order_id, amount_paise, method, status, webhooks, created_at)
        VALUES (:id, :order, :amount, :method, :status, :webhooks, :now)
    )",
                {{"id", payment.id},
                 {"order", payment.order_id},
                 {"amount", payment.amount},
                 {"method", payment.method},
                 {"status", payment.status},
                 {"webhooks", payment.webhooks},
                 {"now", payment.created_at}});
}

std::optional<Payment> Ledger::find_payment(std::string const& id) {
    return db_.maybe_one("SELECT * FROM gateway.payment_entities WHERE id = :id", {{"id", id}}, to_payment);
}

std::vector<Payment> Ledger::list_payments(Span const& span, std::optional<std::string> const& order) {
    return db_.list(
        R"(
        SELECT * FROM gateway.payment_entities
         WHERE (cast(:order AS text) IS NULL OR order_id = :order)
           AND created_at >= coalesce(cast(:from AS timestamptz), '-infinity') AND created_at <= coalesce(cast(:to AS timestamptz), 'infinity')
         ORDER BY number DESC LIMIT :count OFFSET :skip
    )",
        {{"order", order}, {"from", span.from}, {"to", span.to}, {"count", span.count}, {"skip", span.skip}},
        to_payment);
}

void Ledger::mark_failed(std::string const& payment, Json const& error) {
    db_.execute(R"(
        UPDATE gateway.payments SET status = 'failed', error_code = :code, error_description = :description,
               error_reason = :reason WHERE id = :id
    )",
                {{"code", error["code"].text()},
                 {"description", error["description"].text()},
                 {"reason", error["reason"].text()},
                 {"id", payment}});
}

void Ledger::mark_authorized(std::string const& payment) {
    db_.execute(R"(
        UPDATE gateway.payments SET is_late = status = 'failed', status = 'authorized', error_code = NULL,
               error_description = NULL, error_reason = NULL WHERE id = :id
    )",
                {{"id", payment}});
}

void Ledger::mark_captured(std::string const& payment, Instant now) {
    db_.execute("UPDATE gateway.payments SET status = 'captured', captured_at = :now WHERE id = :id",
                {{"now", now}, {"id", payment}});
}

void Ledger::mark_refunded(std::string const& payment, bool is_whole) {
    db_.execute("UPDATE gateway.payments SET status = :status WHERE id = :id",
                {{"status", is_whole ? "refunded" : "captured"}, {"id", payment}});
}

void Ledger::let_become(std::string const& payment, std::string_view status, Instant at) {
    db_.execute("UPDATE gateway.payments SET becomes = :status, becomes_at = :at WHERE id = :id",
                {{"status", status}, {"at", at}, {"id", payment}});
}

std::vector<std::pair<Payment, std::string>> Ledger::take_ripe_payments(Instant now) {
    return db_.list(R"(
        WITH ripe AS (
            SELECT number, id, becomes FROM gateway.payments WHERE becomes_at <= :now ORDER BY number FOR UPDATE SKIP LOCKED
        ), taken AS (
            UPDATE gateway.payments p SET becomes = NULL, becomes_at = NULL FROM ripe WHERE p.id = ripe.id RETURNING p.id
        )
        SELECT e.*, ripe.becomes AS future FROM gateway.payment_entities e JOIN ripe USING (id) JOIN taken USING (id)
         ORDER BY e.number
    )",
                    {{"now", now}}, [](db::Row const& row) {
                        return std::pair{to_payment(row), row.text("future")};
                    });
}

void Ledger::insert(Refund const& refund, std::string_view idempotency_key, std::string const& request) {
    db_.execute(R"(
        INSERT INTO gateway.refunds (id, payment_id, amount_paise, status, speed, receipt, notes, idempotency_key, request, created_at)
        VALUES (:id, :payment, :amount, :status, :speed, :receipt, :notes, nullif(:key, ''), :request, :now)
    )",
                {{"id", refund.id},
                 {"payment", refund.payment_id},
                 {"amount", refund.amount},
                 {"status", refund.status},
                 {"speed", refund.speed},
                 {"receipt", refund.receipt},
                 {"notes", refund.notes},
                 {"key", idempotency_key},
                 {"request", request},
                 {"now", refund.created_at}});
}

std::optional<Refund> Ledger::find_refund(std::string const& id) {
    return db_.maybe_one(R"(
        SELECT id, payment_id, amount_paise, status, speed, receipt, notes, created_at FROM gateway.refunds WHERE id = :id
    )",
                         {{"id", id}}, to_refund);
}

std::vector<Refund> Ledger::list_refunds(Span const& span, std::optional<std::string> const& payment) {
    return db_.list(R"(
        SELECT id, payment_id, amount_paise, status, speed, receipt, notes, created_at FROM gateway.refunds
         WHERE (cast(:payment AS text) IS NULL OR payment_id = :payment)
           AND created_at >= coalesce(cast(:from AS timestamptz), '-infinity') AND created_at <= coalesce(cast(:to AS timestamptz), 'infinity')
         ORDER BY number DESC LIMIT :count OFFSET :skip
    )",
                    {{"payment", payment},
                     {"from", span.from},
                     {"to", span.to},
                     {"count", span.count},
                     {"skip", span.skip}},
                    to_refund);
}

std::optional<std::pair<Refund, std::string>> Ledger::find_by_key(std::string_view idempotency_key) {
    return db_.maybe_one(R"(
        SELECT id, payment_id, amount_paise, status, speed, receipt, notes, created_at, request
          FROM gateway.refunds WHERE idempotency_key = :key
    )",
                         {{"key", idempotency_key}}, [](db::Row const& row) {
                             return std::pair{to_refund(row), row.text("request")};
                         });
}

void Ledger::mark(std::string const& refund, std::string_view status) {
    db_.execute("UPDATE gateway.refunds SET status = :status WHERE id = :id",
                {{"status", status}, {"id", refund}});
}

void Ledger::let_refund_become(std::string const& refund, std::string_view status, Instant at) {
    db_.execute("UPDATE gateway.refunds SET becomes = :status, becomes_at = :at WHERE id = :id",
                {{"status", status}, {"at", at}, {"id", refund}});
}

std::vector<std::pair<Refund, std::string>> Ledger::take_ripe_refunds(Instant now) {
    return db_.list(R"(
        WITH ripe AS (
            SELECT id, becomes FROM gateway.refunds WHERE becomes_at <= :now ORDER BY number FOR UPDATE SKIP LOCKED
        )
        UPDATE gateway.refunds r SET becomes = NULL, becomes_at = NULL FROM ripe WHERE r.id = ripe.id
        RETURNING r.id, r.payment_id, r.amount_paise, r.status, r.speed, r.receipt, r.notes, r.created_at, ripe.becomes AS future
    )",
                    {{"now", now}}, [](db::Row const& row) {
                        return std::pair{to_refund(row), row.text("future")};
                    });
}

bool Ledger::has_ripe(Instant now) {
    return db_.one(R"(
        SELECT EXISTS (SELECT 1 FROM gateway.payments WHERE becomes_at <= :now)
            OR EXISTS (SELECT 1 FROM gateway.refunds WHERE becomes_at <= :now) AS found
    )",
                   {{"now", now}}, [](db::Row const& row) { return row.flag("found"); });
}

}  // namespace ssr::dev::gateway
