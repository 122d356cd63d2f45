#include "domain/billing/payment_file.h"

#include "base/fault.h"
#include "domain/billing/payment_store.h"

namespace ssr::billing {

namespace {

std::optional<PublicCreditNoteId> note_of(db::Row const& row) {
    auto const id = row.maybe_text("note_public_id");
    return id ? PublicCreditNoteId::parse(*id) : std::nullopt;
}

FiledRefund to_refund(db::Row const& row) {
    auto const status = parse_refund_status(row.text("refund_status"));
    if (!status) throw Fault{"a status of a refund that nobody knows", false};
    return {.public_id = row.public_id<PublicRefundId>("refund_public_id"),
            .gateway_refund_id = row.maybe_text("gateway_refund_id"),
            .amount = row.money("amount_paise"),
            .status = *status,
            .reason = row.text("reason"),
            .requested_by = row.text_or_empty("requested_by_name"),
            .is_surplus = row.flag("is_surplus"),
            .ends_access = row.flag("ends_access"),
            .failure_reason = row.maybe_text("refund_failure"),
            .created_at = row.instant("refund_created_at"),
            .ended_at = row.maybe_instant("refund_ended_at"),
            .note = note_of(row),
            .note_number = row.text_or_empty("credit_note_number"),
            .note_counts = row.flag("note_counts")};
}

PaymentFile to_file(Payment payment, db::Row const& row) {
    return {.payment = std::move(payment),
            .user = row.public_id<PublicUserId>("user_public_id"),
            .user_name = row.text("user_name"),
            .held_payment_id = row.maybe_text("held_payment_id"),
            .held_amount = row.maybe_money("held_amount_paise"),
            .dispute_id = row.text_or_empty("dispute_id"),
            .attempted_at = row.maybe_instant("attempted_at"),
            .authorized_at = row.maybe_instant("authorized_at"),
            .failed_at = row.maybe_instant("failed_at"),
            .invoice_number = row.text_or_empty("invoice_number"),
            .refunds = {}};
}

}  // namespace

std::optional<PaymentFile> payment_file(db::Session& db, PublicPaymentId const& id) {
    auto const payment = PaymentStore{db}.find_anyone_s(id);
    if (!payment) return std::nullopt;
    std::optional<PaymentFile> file;
    // A row for each refund; one without a refund where there is none.
    db.each(R"(
        SELECT u.public_id AS user_public_id, u.name AS user_name, p.held_payment_id, p.held_amount_paise, p.dispute_id, p.attempted_at,
               p.authorized_at, p.failed_at, i.invoice_number, r.public_id AS refund_public_id, r.gateway_refund_id, r.amount_paise,
               r.status AS refund_status, r.reason, s.name AS requested_by_name, r.surplus_payment_id IS NOT NULL AS is_surplus,
               r.ends_access, r.failure_reason AS refund_failure, r.created_at AS refund_created_at,
               coalesce(r.processed_at, r.failed_at) AS refund_ended_at, n.public_id AS note_public_id, n.credit_note_number,
               n.id IS NOT NULL AND n.cancelled_at IS NULL AS note_counts
          FROM payments p JOIN users u ON u.id = p.user_id LEFT JOIN invoices i ON i.payment_id = p.id
          LEFT JOIN refunds r ON r.payment_id = p.id LEFT JOIN credit_notes n ON n.refund_id = r.id LEFT JOIN users s ON s.id = r.requested_by
         WHERE p.id = :payment ORDER BY r.id
    )",
            {{"payment", payment->id}}, [&](db::Row const& row) {
                if (!file) file = to_file(*payment, row);
                if (!row.is_null("refund_public_id")) file->refunds.push_back(to_refund(row));
            });
    return file;
}

}  // namespace ssr::billing
