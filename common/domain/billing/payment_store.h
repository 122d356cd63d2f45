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
    std::optional<Instant> check_at = {};   // when the reconciler looks, should the gateway never know of it
    std::optional<MandateId> mandate = {};  // that charges it
};

/// Who is billed, from the columns billing_… of an order or of a mandate.
BillTo to_bill_to(db::Row const& row);

/// `payments`. Times are the caller's, from the clock.
class PaymentStore {
public:
    explicit PaymentStore(db::Session& db) : db_{db} {}

    Payment insert(NewPayment const& payment, Instant now);
    std::optional<Payment> find(UserId user, PublicPaymentId const& id);
    std::optional<Payment> find_by_key(UserId user, std::string_view idempotency_key);
    /// The newest order of that content that can still be paid as it is and was made after `since`.
    std::optional<Payment> find_open(UserId user, std::string_view content, Instant since);
    std::optional<Payment> find_by_gateway_order(std::string_view gateway_order_id);
    Payment lock(PaymentId id);
    std::optional<Payment> lock_by_gateway_order(std::string_view gateway_order_id);
    std::optional<Payment> lock_by_gateway_payment(std::string_view gateway_payment_id);
    std::optional<Payment> find_anyone_s(PublicPaymentId const& id);
    std::optional<Payment> lock_anyone_s(PublicPaymentId const& id);

    void mark_ordered(PaymentId id, std::string_view gateway_order_id, Instant check_at);
    void mark_attempted(PaymentId id, Instant now);
    void mark_authorized(PaymentId id, Instant now);
    void mark_failed(PaymentId id, std::string_view reason, Instant now);
    /// Without a gateway's payment where nothing was to be paid.
    void mark_captured(PaymentId id, std::optional<std::string> const& gateway_payment_id, Instant now);
    /// As much as its refunds that have gone back say: all of it, or a part.
    void mark_refunded(PaymentId id);
    void mark_disputed(PaymentId id, std::string_view dispute_id, std::string_view status);
    /// Takes a payment out of the review queue that a dispute brought into it.
    void mark_dispute_over(PaymentId id);
    /// For staff to look at; the first reason stays.
    void mark_for_review(PaymentId id, std::string_view reason);
    /// The gateway's payment that waits in review, so that it can be sent back.
    void mark_held(PaymentId id, std::string_view gateway_payment_id, Money amount);
    /// When the reconciler looks next; nothing: never again.
    void mark_checked(PaymentId id, std::optional<Instant> next_check_at, int checks);

private:
    db::Session& db_;
};

}  // namespace ssr::billing
