#pragma once

#include <chrono>
#include <optional>

#include "base/clock.h"
#include "base/json.h"
#include "domain/billing/capture.h"
#include "domain/billing/gateway.h"

namespace ssr::billing {

/// How long an order waits for its next look: 15 minutes after it was made, then 30 minutes, 2 hours,
/// 12 hours, and daily. `checks`: how often it was looked at. Nothing for a negative number.
std::optional<std::chrono::seconds> pause_before_check(int checks);
/// When to look next; nothing after the fourth day: the bank has had its say.
std::optional<Instant> next_check(Instant made_at, int checks, Instant now);

/// The schedule payments.reconcile: a job payment.check for each order that is due. Returns how many.
int reconcile(db::Session& db, Clock const& clock);

/// The job payment.check, payload {"payment": public id}: asks the gateway what became of the order, and
/// tells the capture. Where the gateway is away, the order is looked at again later. With
/// {"asked_by_staff": true} a paid order is asked for as well, and the schedule's next look is not put off.
class Reconciler {
public:
    Reconciler(db::Session& db, Clock const& clock, Gateway& gateway, Capture& capture)
        : db_{db}, clock_{clock}, gateway_{gateway}, capture_{capture} {}
    void check(Json const& payload);
    /// The same once, because the customer asks: his asking does not put off the next look. False where the
    /// gateway is away.
    bool ask(Payment const& payment);

private:
    void tell(Payment const& payment, GatewayPayment told);
    void bury(PaymentId id, std::string_view why);
    db::Session& db_;
    Clock const& clock_;
    Gateway& gateway_;
    Capture& capture_;
};

}  // namespace ssr::billing
