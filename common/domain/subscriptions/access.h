#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/instant.h"
#include "values/module_code.h"

namespace ssr::subscriptions {

enum class Status { trial, active, pending, expired, cancelled, suspended };
enum class Override { grant, revoke };

/// Everything that decides whether a person may use one module now.
struct AccessFacts {
    bool user_banned = false;
    bool user_is_staff = false;
    bool module_active = true;
    std::optional<Override> override;  // one that has not ended
    std::optional<Status> status;      // of the newest subscription
    std::optional<Instant> expires_at;
    std::int64_t used = 0;                   // in this period
    std::optional<std::int64_t> usage_left;  // empty: no limit
    bool ends_at_period_end = false;         // cancelled, and running till its end
    std::chrono::days grace{0};              // for which it stays open after its end, waiting to be renewed
};

/// The contract's reasons, by name.
enum class Reason {
    granted,
    trial,
    subscribed,
    staff,
    no_subscription,
    pending,
    expired,
    cancelled,
    suspended,
    usage_exhausted,
    revoked_by_staff,
    module_disabled,
    user_banned,
};
std::string_view code(Reason reason);
bool allows(Reason reason);  // granted, trial, subscribed, staff
/// Whoever was allowed and whose time or uses have run out may go on with what he began: open it, change it,
/// save it. Something new, and a document, need renewal.
bool may_finish(Reason reason);

/// Pure: the whole rule book for opening a module, in the order in which it applies.
Reason decide(AccessFacts const& facts, Instant now);

/// Pure: the end is over, and it is open only until it is renewed or the days of grace are over too.
bool is_in_grace(AccessFacts const& facts, Instant now);

/// What a person's pages show of one module.
struct ModuleAccess {
    Module module;
    AccessFacts facts;
    Reason reason;
};

}  // namespace ssr::subscriptions
