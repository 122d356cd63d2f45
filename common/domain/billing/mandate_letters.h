#pragma once

#include "base/clock.h"
#include "domain/billing/mandate.h"
#include "domain/messages/outbox.h"

namespace ssr::billing {

/// What the person is told of his mandate, by the address that his invoices have. Each letter goes out once.
class MandateLetters {
public:
    MandateLetters(db::Session& db, Clock const& clock, std::string secret_key)
        : outbox_{db, clock, std::move(secret_key)} {}

    void is_on(Mandate const& mandate);
    /// What is charged when, and how to prevent it. False where that charge was announced before.
    bool announces(Mandate const& mandate);
    void charge_failed(Mandate const& mandate);
    /// A charge that was on its way when the mandate ended.
    void charge_crossed(Mandate const& mandate, std::string const& gateway_payment_id);
    /// Why nothing more is charged. None where it never charged or he did it himself a moment ago.
    void is_over(Mandate const& mandate, MandateEnd why);

private:
    bool send(Mandate const& mandate, std::string const& what, std::string subject, std::string text);
    messages::Outbox outbox_;
};

}  // namespace ssr::billing
