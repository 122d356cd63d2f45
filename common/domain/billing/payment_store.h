#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/session.h"
#include "domain/billing/payment.h"

namespace ssr::billing {

struct NewPayment {
    UserId user;
    BillTo bill_to;
    Quote quote;
    std::string content;  // fingerprint of all the above: the same wish again is the same order
    std::optional<std::string> idempotency_key;
};

/// `payments`. Times are the caller's, from the clock.
class PaymentStore {
public:
    explicit PaymentStore(db::Session& db) : db_{db} {}

    Payment insert(NewPayment const& payment, Instant now);
    std::optional<Payment> find(UserId user, PublicPaymentId const& id);
    std::optional<Payment> find_by_key(UserId user, std::string_view idempotency_key);
    /// The newest order of that content that can still be paid and was made after `since`.
    std::optional<Payment> find_open(UserId user, std::string_view content, Instant since);
    std::optional<Payment> find_by_gateway_order(std::string_view gateway_order_id);
    Payment lock(PaymentId id);
    std::optional<Payment> lock_by_gateway_order(std::string_view gateway_order_id);
    std::optional<Payment> find_anyone_s(PublicPaymentId const& id);

    void mark_ordered(PaymentId id, std::string_view gateway_order_id, Instant check_at);
    void mark_attempted(PaymentId id, Instant now);
    void mark_authorized(PaymentId id, Instant now);
    void mark_failed(PaymentId id, std::string_view reason, Instant now);
    void mark_captured(PaymentId id, std::string_view gateway_payment_id, Instant now);
    /// For staff to look at; the first reason stays.
    void mark_for_review(PaymentId id, std::string_view reason);
    /// When the reconciler looks next; nothing: never again.
    void mark_checked(PaymentId id, std::optional<Instant> next_check_at, int checks);

private:
    db::Session& db_;
};

}  // namespace ssr::billing
