#pragma once

#include "base/clock.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/gateway.h"
#include "domain/billing/mandate_ending.h"
#include "domain/billing/payment_store.h"
#include "domain/billing/refunds.h"
#include "domain/messages/outbox.h"
#include "domain/subscriptions/subscriptions.h"

namespace ssr::billing {

/// What a word of the gateway did.
enum class CaptureOutcome {
    captured,       // money received: access, invoice and receipt were made just now
    noted,          // the state went on, without money yet
    nothing_new,    // known before, or older than what is known
    in_review,      // it does not fit our order: nothing was given, staff must look
    sent_back,      // a second payment of an order that was paid before: on its way back
    unknown_order,  // none of ours
};

/// Who brought the word; stands in the audit trail.
enum class Messenger { callback, webhook, reconciler, checkout };

/// The one way from money to access. Everything that hears of a payment comes here: the customer's browser
/// (once the gateway confirmed it), webhooks, the reconciler; in any order, and as often as they like.
class Capture {
public:
    Capture(db::Session& db, Clock const& clock, BillingConfig const& config)
        : db_{db},
          clock_{clock},
          supplier_{config.supplier},
          subscriptions_{db, clock, config.secret_keys},
          refunds_{db, clock, config},
          mandates_{db, clock, config},
          outbox_{db, clock, config.secret_keys.front()} {}

    /// One transaction under the payment's lock: state, subscriptions with their periods, invoice number and
    /// row, receipt, audit; all or nothing.
    CaptureOutcome apply(GatewayPayment const& told, Messenger messenger);
    /// The same for an order of nothing, which no gateway hears of. Another order is a fault.
    CaptureOutcome take_nothing(PaymentId payment);

    Refunds& refunds() { return refunds_; }

private:
    CaptureOutcome go_on(Payment const& payment, GatewayPayment const& told, Messenger messenger);
    CaptureOutcome fulfil(Payment const& payment, GatewayPayment const* told, Messenger messenger);
    std::string promise_broken(Payment const& payment);
    CaptureOutcome hold_back(Payment const& payment, std::string const& why, Messenger messenger);
    void make_paper(Payment const& payment);
    CaptureOutcome hold_money_back(Payment const& payment, std::string const& why, GatewayPayment const& told,
                                   Messenger messenger);
    void send_receipt(Payment const& payment, std::string const& invoice, Instant till);
    void record(Payment const& payment, std::string action, Json changes);

    db::Session& db_;
    Clock const& clock_;
    Supplier supplier_;
    subscriptions::Subscriptions subscriptions_;
    Refunds refunds_;
    MandateEnding mandates_;
    messages::Outbox outbox_;
};

}  // namespace ssr::billing
