#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "db/session.h"
#include "domain/accounts/standing.h"
#include "domain/messages/outbox.h"
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
    std::string idempotency_key = {};  // empty for none: else a repeated wish is one
};

enum class OverrideRefused {
    unknown_user,
    banned,     // nothing is granted to somebody who may not come in; closing is always possible
    himself,    // nobody opens or closes anything for himself
    outranked,  // a person whose role is not below that of who wishes it
    no_reason,
    ends_in_the_past,
    not_running,  // there is none to end, or it has ended
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

/// A person as staff see him, with what was opened and closed to him by hand, the newest first.
struct Holder {
    UserId id;
    PublicUserId public_id;
    std::string name, phone, email, state_code, company_name, gstin;
    accounts::Role role;
    bool is_active, has_left;
    std::string banned_reason;
    Instant created_at;
    std::optional<Instant> last_login_at;
    std::vector<OverrideLine> overrides;
};

/// `module_access_overrides`: the newest one that runs decides, before any subscription does. The person is
/// told of each change in its transaction.
class Overrides {
public:
    Overrides(db::Session& db, Clock const& clock, messages::Outbox outbox)
        : db_{db}, clock_{clock}, outbox_{std::move(outbox)} {}

    /// Ends the one that ran for that module before.
    Result<PublicOverrideId, OverrideRefused> set(OverrideWish const& wish);
    Result<Done, OverrideRefused> end(PublicUserId const& user, PublicOverrideId const& id,
                                      accounts::Actor const& by);
    std::optional<Holder> find_holder(PublicUserId const& user);

private:
    db::Session& db_;
    Clock const& clock_;
    messages::Outbox outbox_;
};

}  // namespace ssr::subscriptions
