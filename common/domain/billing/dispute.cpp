#include "domain/billing/dispute.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "log/log.h"

namespace ssr::billing {

std::string_view code(DisputeStatus status) {
    switch (status) {
        case DisputeStatus::created: return "created";
        case DisputeStatus::under_review: return "under_review";
        case DisputeStatus::action_required: return "action_required";
        case DisputeStatus::closed: return "closed";
        case DisputeStatus::won: return "won";
        case DisputeStatus::lost: return "lost";
    }
    return "created";
}

std::optional<DisputeStatus> parse_dispute_status(std::string_view text) {
    using enum DisputeStatus;
    for (auto const status : {created, under_review, action_required, closed, won, lost})
        if (code(status) == text) return status;
    return std::nullopt;
}

bool is_frozen(DisputeStatus status) {
    return status != DisputeStatus::won && status != DisputeStatus::closed;
}

DisputeOutcome Disputes::apply(DisputeWord const& told) {
    db::Transaction transaction{db_};
    PaymentStore payments{db_};
    auto const payment = payments.lock_by_gateway_payment(told.payment_id);
    if (!payment || !is_paid(payment->status)) return DisputeOutcome::unknown_payment;
    if (payment->dispute && *payment->dispute >= told.status) return DisputeOutcome::nothing_new;

    payments.mark_disputed(payment->id, told.id, code(told.status));
    if (is_frozen(told.status)) {
        payments.mark_for_review(payment->id, "dispute " + told.id + ": " + told.reason);
        subscriptions_.freeze_bought_with(payment->id);
    } else {
        payments.mark_dispute_over(payment->id);
        subscriptions_.thaw_bought_with(payment->id);
    }
    audit::AuditLog{db_}.record(
        {.action = "payment.disputed",
         .model_name = "payments",
         .object_id = payment->public_id.text(),
         .changes =
             Json::Object{{"dispute", told.id}, {"status", code(told.status)}, {"reason", told.reason}}},
        clock_.now());
    log::error("payment.disputed", {{"payment", payment->public_id.text()}, {"status", code(told.status)}});
    transaction.commit();
    return DisputeOutcome::applied;
}

}  // namespace ssr::billing
