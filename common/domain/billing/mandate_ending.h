#pragma once

#include "base/clock.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/mandate_letters.h"
#include "domain/billing/mandate_store.h"
#include "domain/subscriptions/subscriptions.h"

namespace ssr::billing {

/// Ends mandates. On our side at once; a job tells the gateway, and what crosses it is honoured. Every method
/// but end_orphans() stands in its caller's transaction.
class MandateEnding {
public:
    MandateEnding(db::Session& db, Clock const& clock, BillingConfig const& config)
        : db_{db},
          clock_{clock},
          subscriptions_{db, clock, config.secret_keys},
          letters_{db, clock, config.secret_keys.front()} {}

    /// Of the module, if there is one that is not over. Takes Subscriptions::lock of its person.
    bool end_of(UserId user, ModuleId module, MandateEnd why, std::string const& ip_address = {});
    /// That one, locked and not over. `told`: the gateway itself said that it ended, and as what.
    void end(Mandate const& mandate, MandateEnd why, std::optional<MandateStanding> told = {},
             std::string const& ip_address = {});

    /// Ends those whose person was closed out or leaves, or whose subscription does not go on: nothing is
    /// charged for what would not open. Returns how many.
    int end_orphans();

private:
    db::Session& db_;
    Clock const& clock_;
    subscriptions::Subscriptions subscriptions_;
    MandateLetters letters_;
};

}  // namespace ssr::billing
