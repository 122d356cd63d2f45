#pragma once

#include <string>

#include "base/clock.h"
#include "domain/accounts/sessions.h"
#include "domain/accounts/user.h"

namespace ssr::accounts {

/// What people change of themselves by their own word: name, State, firm, GSTIN, address.
class Profiles {
public:
    Profiles(db::Session& db, Clock const& clock, Sessions& sessions)
        : db_{db}, clock_{clock}, sessions_{sessions} {}

    /// One transaction with its audit entry, which names the fields and never what stood in them; returns the
    /// session as it is from now on.
    Session change(Session session, Details const& details, std::string const& ip_address);

private:
    db::Session& db_;
    Clock const& clock_;
    Sessions& sessions_;
};

}  // namespace ssr::accounts
