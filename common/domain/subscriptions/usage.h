#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "db/session.h"
#include "domain/subscriptions/access.h"

namespace ssr::subscriptions {

/// One use of a module that counts: an estimate downloaded, a bill made.
struct Use {
    UserId user;
    std::string action;       // "estimate.downloaded"
    std::string resource_id;  // public id of what was used; may be empty
    std::string ip_address;
};

/// Counts a use and writes its line of the log; both or neither, one statement. False where the limit of the
/// subscription is reached: then nothing was counted and the use must not go on. `access` is what let the
/// person in; where that was the office and not a subscription, the use is logged and nothing is counted.
bool count_use(db::Session& db, Clock const& clock, ModuleAccess const& access, Use const& use);

}  // namespace ssr::subscriptions
