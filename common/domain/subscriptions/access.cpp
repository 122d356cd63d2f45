#include "domain/subscriptions/access.h"

namespace ssr::subscriptions {

std::string_view code(Reason reason) {
    switch (reason) {
        case Reason::granted: return "granted";
        case Reason::trial: return "trial";
        case Reason::subscribed: return "subscribed";
        case Reason::staff: return "staff";
        case Reason::no_subscription: return "no_subscription";
        case Reason::pending: return "pending";
        case Reason::expired: return "expired";
        case Reason::cancelled: return "cancelled";
        case Reason::suspended: return "suspended";
        case Reason::usage_exhausted: return "usage_exhausted";
        case Reason::revoked_by_staff: return "revoked_by_staff";
        case Reason::module_disabled: return "module_disabled";
        case Reason::user_banned: return "user_banned";
    }
    return "no_subscription";
}

bool allows(Reason reason) {
    return reason == Reason::granted || reason == Reason::trial || reason == Reason::subscribed ||
           reason == Reason::staff;
}

bool may_finish(Reason reason) {
    return allows(reason) || reason == Reason::expired || reason == Reason::cancelled ||
           reason == Reason::usage_exhausted;
}

bool is_in_grace(AccessFacts const& facts, Instant now) {
    return facts.status == Status::active && facts.expires_at && *facts.expires_at <= now &&
           now < *facts.expires_at + facts.grace;
}

Reason decide(AccessFacts const& facts, Instant now) {
    if (facts.user_banned) return Reason::user_banned;  // a grant does not lift a ban
    if (!facts.module_active) return Reason::module_disabled;
    if (facts.override == Override::revoke) return Reason::revoked_by_staff;
    if (facts.override == Override::grant) return Reason::granted;
    if (facts.user_is_staff) return Reason::staff;
    if (!facts.status || !facts.expires_at) return Reason::no_subscription;
    if (*facts.status == Status::suspended) return Reason::suspended;
    if (*facts.status == Status::pending) return Reason::pending;
    if (*facts.status == Status::expired) return Reason::expired;
    // What was cancelled runs to the end of what was paid.
    if (*facts.expires_at + facts.grace <= now)
        return *facts.status == Status::cancelled ? Reason::cancelled : Reason::expired;
    if (facts.usage_left && *facts.usage_left <= 0) return Reason::usage_exhausted;
    return *facts.status == Status::trial ? Reason::trial : Reason::subscribed;
}

}  // namespace ssr::subscriptions
