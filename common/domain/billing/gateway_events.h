#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "domain/billing/capture.h"
#include "domain/billing/dispute.h"
#include "domain/billing/mandate_words.h"
#include "domain/billing/refunds.h"

namespace ssr::billing {

/// Does what stored webhooks say, and marks each in the same transaction. Nothing depends on the order in
/// which they come: what is told of a payment before it is known as paid is parked, and done after it.
class GatewayEvents {
public:
    GatewayEvents(db::Session& db, Clock const& clock, BillingConfig const& config)
        : db_{db},
          clock_{clock},
          capture_{db, clock, config},
          mandates_{db, clock, config, capture_},
          disputes_{db, clock, config} {}

    /// The job payment.apply_event, payload {"event_id"}. Again for the same event it does nothing.
    void apply(Json const& payload);

private:
    struct Stored;
    std::string take(Stored const& event);
    std::string take_of_mandate(Stored const& event);
    std::string take_of_invoice(Stored const& event);
    void apply_parked(std::string const& gateway_payment_id);
    db::Session& db_;
    Clock const& clock_;
    Capture capture_;
    MandateWords mandates_;
    Disputes disputes_;
};

/// Jobs for parked events whose payment is known by now: it came another way. Returns how many.
int unpark(db::Session& db, Clock const& clock);

}  // namespace ssr::billing
