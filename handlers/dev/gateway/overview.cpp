#include "dev/gateway/overview.h"

namespace ssr::dev::gateway {

namespace {

OrderLine to_order_line(db::Row const& row) {
    return {.order = row.text("order_id"),
            .receipt = row.text("receipt"),
            .order_status = row.text("order_status"),
            .payment = row.text("payment_id"),
            .method = row.text("method"),
            .payment_status = row.text("payment_status"),
            .failure = row.text("failure"),
            .amount = row.money("amount_paise"),
            .created_at = row.instant("created_at")};
}

RefundLine to_refund_line(db::Row const& row) {
    return {.id = row.text("id"),
            .payment = row.text("payment_id"),
            .status = row.text("status"),
            .amount = row.money("amount_paise"),
            .created_at = row.instant("created_at")};
}

WaitingLine to_waiting_line(db::Row const& row) {
    return {.event = row.text("event_type"),
            .event_id = row.text("event_id"),
            .last_answer = row.text("last_answer"),
            .attempts = row.integer("attempts"),
            .is_given_up = row.flag("is_given_up"),
            .due_at = row.instant("due_at")};
}

}  // namespace

Overview overview_of(db::Session& db) {
    return {.orders = db.list(R"(
        SELECT o.id AS order_id, coalesce(o.receipt, '') AS receipt, o.status AS order_status, o.amount_paise,
               coalesce(p.id, '') AS payment_id, coalesce(p.method, '') AS method, coalesce(p.status, '') AS payment_status,
               coalesce(p.error_description, '') AS failure, coalesce(p.created_at, o.created_at) AS created_at
          FROM gateway.orders o LEFT JOIN gateway.payments p ON p.order_id = o.id
         ORDER BY o.number DESC, p.number DESC LIMIT 100
    )",
                              {}, to_order_line),
            .refunds = db.list(R"(
        SELECT id, payment_id, status, amount_paise, created_at FROM gateway.refunds ORDER BY number DESC LIMIT 100
    )",
                               {}, to_refund_line),
            .waiting = db.list(R"(
        SELECT event_type, event_id, coalesce(cast(last_answer AS text), '') AS last_answer, cast(attempts AS bigint) AS attempts,
               given_up_at IS NOT NULL AS is_given_up, due_at
          FROM gateway.deliveries WHERE delivered_at IS NULL ORDER BY due_at, id LIMIT 100
    )",
                               {}, to_waiting_line)};
}

}  // namespace ssr::dev::gateway
