#pragma once

#include <string>

#include "domain/accounts/sessions.h"

namespace ssr::accounts {

/// Who changes something of another person, for the audit log.
struct Actor {
    UserId user;
    std::string ip_address;
};

/// What staff change of a person: his role, and whether his account is open. Each change ends all his
/// sessions at once, so that he comes back with a new cookie and the rights of now. Who may change whom is
/// the caller's rule.
class Standing {
public:
    Standing(db::Session& db, Clock const& clock, Sessions& sessions)
        : db_{db}, clock_{clock}, sessions_{sessions} {}

    /// False where the person has that role already.
    bool change_role(Actor const& by, PublicUserId const& person, Role role);
    /// False where it is closed already.
    bool close(Actor const& by, PublicUserId const& person, std::string const& reason);
    bool reopen(Actor const& by, PublicUserId const& person);

private:
    bool changed(Actor const& by, PublicUserId const& person, std::optional<UserId> user, std::string action,
                 Json changes);
    db::Session& db_;
    Clock const& clock_;
    Sessions& sessions_;
};

}  // namespace ssr::accounts
