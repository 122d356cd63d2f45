#include "domain/billing/review_queue.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/billing/dispute.h"

namespace ssr::billing {

namespace {

std::string const kSelect = R"(
        SELECT p.public_id, p.order_id, u.name AS user_name, p.status, p.total_amount_paise, p.review_reason, p.held_payment_id,
               p.held_amount_paise, p.dispute_status, p.created_at
          FROM payments p JOIN users u ON u.id = p.user_id WHERE p.review_reason IS NOT NULL )";

ReviewCase to_case(db::Row const& row) {
    return {.payment = row.public_id<PublicPaymentId>("public_id"),
            .order_number = row.text("order_id"),
            .user_name = row.text("user_name"),
            .status = parse_payment_status(row.text("status")),
            .total = row.money("total_amount_paise"),
            .reason = row.text("review_reason"),
            .held_payment_id = row.maybe_text("held_payment_id"),
            .held_amount = row.maybe_money("held_amount_paise"),
            .dispute = parse_dispute_status(row.text_or_empty("dispute_status")),
            .created_at = row.instant("created_at")};
}

}  // namespace

std::vector<ReviewCase> ReviewQueue::list(int most) {
    return db_.list(kSelect + "ORDER BY p.id LIMIT :most", {{"most", most}}, to_case);
}

std::optional<ReviewCase> ReviewQueue::lock(PublicPaymentId const& payment) {
    return db_.maybe_one(kSelect + "AND p.public_id = :payment FOR UPDATE OF p", {{"payment", payment}},
                         to_case);
}

void ReviewQueue::close(ReviewDecision const& decision, ReviewCase const& it, std::string_view action) {
    db_.execute("UPDATE payments SET review_reason = NULL WHERE public_id = :payment",
                {{"payment", decision.payment}});
    audit::AuditLog{db_}.record({.user = decision.by,
                                 .action = std::string{action},
                                 .model_name = "payments",
                                 .object_id = decision.payment.text(),
                                 .changes = Json::Object{{"reason", it.reason}, {"note", decision.note}},
                                 .ip_address = decision.ip_address},
                                clock_.now());
}

Result<Done, ReviewRefused> ReviewQueue::settle(ReviewDecision const& decision) {
    db::Transaction transaction{db_};
    auto const it = lock(decision.payment);
    if (!it) return Err{ReviewRefused::not_in_review};
    close(decision, *it, "payment.review_settled");
    transaction.commit();
    return Done{};
}

Result<Done, ReviewRefused> ReviewQueue::send_money_back(ReviewDecision const& decision) {
    db::Transaction transaction{db_};
    auto const it = lock(decision.payment);
    if (!it) return Err{ReviewRefused::not_in_review};
    if (!it->held_payment_id || !it->held_amount) return Err{ReviewRefused::nothing_held};
    auto const payment = PaymentStore{db_}.lock_anyone_s(decision.payment);
    refunds_.send_back(*payment, *it->held_payment_id, *it->held_amount);
    close(decision, *it, "payment.held_money_sent_back");
    transaction.commit();
    return Done{};
}

}  // namespace ssr::billing
