#pragma once

#include "domain/billing/capture.h"
#include "domain/billing/mandate_ending.h"

namespace ssr::billing {

enum class MandateOutcome { applied, nothing_new, unknown_mandate };

/// What the gateway tells of mandates and their charges, in any order and as often as it likes: by webhooks,
/// or when it is asked.
class MandateWords {
public:
    MandateWords(db::Session& db, Clock const& clock, BillingConfig const& config, Capture& capture)
        : db_{db},
          clock_{clock},
          capture_{capture},
          subscriptions_{db, clock, config.secret_keys},
          ending_{db, clock, config},
          letters_{db, clock, config.secret_keys.front()} {}

    /// How it stands. Where it was authorised by that, auto-renew is on.
    MandateOutcome hear(GatewayMandate const& told);
    /// Money that it charged: becomes a payment of ours at the agreed price, and goes the way of every
    /// payment. Also after the mandate ended: money that was taken gives what it was taken for.
    CaptureOutcome charged(std::string const& gateway_subscription_id, GatewayPayment const& told,
                           Messenger messenger);

private:
    void went_on(Mandate const& mandate, MandateStanding const& next, GatewayMandate const& told);
    Payment booked(Mandate const& mandate, GatewayPayment const& told);
    void was_paid(Mandate const& mandate, Payment const& payment);

    db::Session& db_;
    Clock const& clock_;
    Capture& capture_;
    subscriptions::Subscriptions subscriptions_;
    MandateEnding ending_;
    MandateLetters letters_;
};

}  // namespace ssr::billing
