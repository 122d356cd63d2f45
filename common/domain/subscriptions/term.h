#pragma once

#include <optional>

#include "base/instant.h"
#include "domain/subscriptions/access.h"

namespace ssr::subscriptions {

/// The newest subscription of a person to a module, as it stands when a payment arrives.
struct Held {
    Status status;
    Instant expires_at;
    bool ends_at_period_end = false;  // cancelled, and running till its end
    std::chrono::days grace{0};
};

/// What a payment buys: a stretch of access, as part of the subscription held or of a new one.
struct Term {
    bool renews;  // the subscription held goes on; else a new one begins
    Instant starts_at, ends_at;
};

/// Pure: what was paid or given before is never shortened. A renewal joins on where the running subscription
/// ends, also within its days of grace; after a trial or a cancelled one a new subscription begins now, and
/// what was left of the old is added at its end. months > 0.
Term term_for(std::optional<Held> const& held, int months, Instant now);

/// Pure: the term of an upgrade, for which so much of what was paid is given up: now, or where more was paid
/// ahead, at the end of the rest.
Term term_of_upgrade(Instant expires_at, std::chrono::seconds given_up, int months, Instant now);

}  // namespace ssr::subscriptions
