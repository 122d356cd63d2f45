#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "db/session.h"
#include "domain/subscriptions/access.h"

namespace ssr::subscriptions {

/// Staff open a module to somebody who did not pay, or close it to somebody who did.
struct OverrideWish {
    PublicUserId user;
    Module module;
    Override type;
    std::string reason;                  // for the audit trail; never empty
    std::optional<Instant> valid_until;  // empty: until it is ended
    UserId by;
    std::string ip_address;
};

enum class OverrideRefused {
    unknown_user,
    banned,  // nothing is granted to somebody who may not come in; closing is always possible
    no_reason,
    ends_in_the_past,
};

struct OverrideLine {
    PublicOverrideId public_id;
    Module module;
    Override type;
    std::string reason, granted_by;  // a name
    Instant created_at;
    std::optional<Instant> valid_until, ended_at;

    bool is_running(Instant now) const { return !ended_at && (!valid_until || *valid_until > now); }
};

/// `module_access_overrides`: the newest one that runs decides, before any subscription does.
class Overrides {
public:
    Overrides(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}

    /// Ends the one that ran for that module before.
    Result<PublicOverrideId, OverrideRefused> set(OverrideWish const& wish);
    /// False where there is none, or it has ended.
    bool end(PublicOverrideId const& id, UserId by, std::string const& ip_address);
    std::vector<OverrideLine> of(UserId user);  // the newest first

private:
    db::Session& db_;
    Clock const& clock_;
};

}  // namespace ssr::subscriptions
