#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/gateway.h"
#include "domain/billing/payment_store.h"
#include "domain/billing/refund_store.h"
#include "domain/messages/outbox.h"
#include "domain/subscriptions/subscriptions.h"

namespace ssr::billing {

/// What staff want to give back.
struct RefundWish {
    PublicPaymentId payment;
    Money amount;
    std::string reason;
    /// Whether what the payment bought ends when the money has gone back; nothing said: where it is all that
    /// was left.
    std::optional<bool> ends_access = {};
    UserId by;
    std::string ip_address;
    std::string idempotency_key;  // of the form; empty for none
};

enum class RefundRefused {
    unknown_payment,
    not_paid,        // no money of it is here
    more_than_left,  // what was paid, less what was given back or is on its way
    below_a_rupee,   // the gateway gives back no less
    in_dispute,      // the bank decides who has the money
    too_late,        // six months after it was paid
};

/// Pure: why nothing of a payment can be given back, whatever the amount; nothing where something can.
std::optional<RefundRefused> bar_to_refund(Payment const& payment, Instant now);

enum class RefundOutcome {
    applied,
    nothing_new,
    unknown_payment,  // none of ours, or not paid yet: it may be told too early
    in_review,        // more than there is to give back; staff must look
};

/// Money that goes back. A row and its credit note are one transaction; the gateway is asked afterwards by a
/// job, with the row's own id, so that no repetition gives twice.
class Refunds {
public:
    Refunds(db::Session& db, Clock const& clock, BillingConfig const& config)
        : db_{db},
          clock_{clock},
          supplier_{config.supplier},
          subscriptions_{db, clock, config.secret_keys},
          outbox_{db, clock, config.secret_keys.front()} {}

    /// The same key again gives the first refund again.
    Result<Refund, RefundRefused> request(RefundWish const& wish);
    /// A second payment of one order: all of it, at once. False where it is on its way already. Stands in the
    /// transaction that holds the payment's lock.
    bool send_back(Payment const& payment, std::string const& surplus_payment_id, Money amount);
    bool is_going_back(std::string const& surplus_payment_id);

    /// The job refund.send, payload {"refund": public id}. Throws where the gateway is away, to be tried
    /// again.
    void send(Gateway& gateway, Json const& payload);
    /// What the gateway tells of a refund, ours or one that was made at its own desk; in any order and as
    /// often as it likes.
    RefundOutcome apply(GatewayRefund const& told);

private:
    std::optional<RefundRefused> fault(std::optional<Payment> const& payment, RefundWish const& wish);
    RefundOutcome take(Payment const& payment, GatewayRefund const& told);
    Refund written(NewRefund const& refund);
    RefundOutcome settle(Payment const& payment, Refund const& refund, GatewayRefund const& told);
    void went_back(Payment const& payment, Refund const& refund);
    void failed(Payment const& payment, Refund const& refund, std::string const& why);
    void enqueue(Refund const& refund);
    void tell_customer(Payment const& payment, Refund const& refund);
    void record(Refund const& refund, std::string action, Json changes, std::optional<UserId> by = {},
                std::string ip_address = {});

    db::Session& db_;
    Clock const& clock_;
    Supplier supplier_;
    subscriptions::Subscriptions subscriptions_;
    messages::Outbox outbox_;
};

}  // namespace ssr::billing
