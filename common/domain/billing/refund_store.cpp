#include "domain/billing/refund_store.h"

#include "base/fault.h"

namespace ssr::billing {

namespace {

std::string const kSelect = R"(
        SELECT r.id, r.public_id, r.payment_id, r.gateway_refund_id, r.amount_paise, r.status, r.reason, r.surplus_payment_id,
               r.ends_access, r.failure_reason, r.created_at,
               (SELECT credit_note_number FROM credit_notes WHERE refund_id = r.id) AS credit_note_number
          FROM refunds r )";

Refund to_refund(db::Row const& row) {
    auto const status = parse_refund_status(row.text("status"));
    if (!status) throw Fault{"a status of a refund that nobody knows", false};
    return {.id = row.id<RefundId>("id"),
            .public_id = row.public_id<PublicRefundId>("public_id"),
            .payment = row.id<PaymentId>("payment_id"),
            .gateway_refund_id = row.maybe_text("gateway_refund_id"),
            .amount = row.money("amount_paise"),
            .status = *status,
            .reason = row.text("reason"),
            .surplus_payment_id = row.maybe_text("surplus_payment_id"),
            .ends_access = row.flag("ends_access"),
            .failure_reason = row.maybe_text("failure_reason"),
            .credit_note_number = row.text_or_empty("credit_note_number"),
            .created_at = row.instant("created_at")};
}

}  // namespace

std::optional<Refund> RefundStore::insert(NewRefund const& refund, Instant now) {
    auto const id = db_.maybe_one(R"(
        INSERT INTO refunds (public_id, payment_id, gateway_refund_id, idempotency_key, amount_paise, status, reason,
                             surplus_payment_id, requested_by, ends_access, created_at)
        VALUES (:public_id, :payment, :gateway, :key, :amount, 'pending', :reason, :surplus, :by, :ends, :now)
        ON CONFLICT (surplus_payment_id) WHERE surplus_payment_id IS NOT NULL AND status <> 'failed' DO NOTHING
        RETURNING id
    )",
                                  {{"public_id", refund.public_id},
                                   {"payment", refund.payment},
                                   {"gateway", refund.gateway_refund_id},
                                   {"key", refund.idempotency_key},
                                   {"amount", refund.amount},
                                   {"reason", refund.reason},
                                   {"surplus", refund.surplus_payment_id},
                                   {"by", refund.requested_by},
                                   {"ends", refund.ends_access},
                                   {"now", now}},
                                  [](db::Row const& row) { return row.id<RefundId>("id"); });
    if (!id) return std::nullopt;
    return db_.one(kSelect + "WHERE r.id = :id", {{"id", *id}}, to_refund);
}

std::optional<Refund> RefundStore::find_by_key(std::string_view idempotency_key) {
    return db_.maybe_one(kSelect + "WHERE r.idempotency_key = :key", {{"key", idempotency_key}}, to_refund);
}

std::optional<Refund> RefundStore::find(PublicRefundId const& id) {
    return db_.maybe_one(kSelect + "WHERE r.public_id = :id", {{"id", id}}, to_refund);
}

std::optional<Refund> RefundStore::find(GatewayRefund const& told) {
    auto found = db_.maybe_one(kSelect + "WHERE r.gateway_refund_id = :id", {{"id", told.id}}, to_refund);
    if (found) return found;
    auto const ours = PublicRefundId::parse(told.ours);
    found = ours ? find(*ours) : std::nullopt;
    return found && !found->gateway_refund_id ? found : std::nullopt;
}

Refund RefundStore::lock(RefundId id) {
    return db_.one(kSelect + "WHERE r.id = :id FOR UPDATE OF r", {{"id", id}}, to_refund);
}

std::vector<Refund> RefundStore::list(PaymentId payment) {
    return db_.list(kSelect + "WHERE r.payment_id = :payment ORDER BY r.id", {{"payment", payment}},
                    to_refund);
}

void RefundStore::mark_told(RefundId id, std::string_view gateway_refund_id, RefundStatus status,
                            Instant now) {
    db_.execute(R"(
        UPDATE refunds SET gateway_refund_id = :gateway, status = :status,
               processed_at = CASE WHEN :status = 'processed' THEN coalesce(processed_at, :now) END,
               failed_at = CASE WHEN :status = 'failed' THEN coalesce(failed_at, :now) END,
               failure_reason = CASE WHEN :status = 'failed' THEN failure_reason END
         WHERE id = :id
    )",
                {{"gateway", gateway_refund_id}, {"status", code(status)}, {"now", now}, {"id", id}});
}

void RefundStore::mark_failed(RefundId id, std::string_view why, Instant now) {
    db_.execute(
        "UPDATE refunds SET status = 'failed', failed_at = :now, failure_reason = :why WHERE id = :id",
        {{"now", now}, {"why", why}, {"id", id}});
}

}  // namespace ssr::billing
