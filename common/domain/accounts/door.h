#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/accounts/otp.h"
#include "domain/accounts/sessions.h"
#include "domain/accounts/user_store.h"
#include "domain/audit/audit_log.h"

namespace ssr::accounts {

/// In the house: the cookie is the only key to the session.
struct Entered {
    std::string cookie;
    Arriving who;
};

enum class EntryRefused { account_closed };

/// Sign-in and registration in one: whoever proves a number or an address is let in, and gets an account if
/// he has none.
class Door {
public:
    /// `secret_keys`: those under which banned people who left are remembered, the present one first.
    Door(db::Session& db, Clock const& clock, Sessions& sessions, messages::Outbox outbox,
         std::vector<std::string> secret_keys = {})
        : db_{db},
          clock_{clock},
          sessions_{sessions},
          outbox_{std::move(outbox)},
          secret_keys_{std::move(secret_keys)} {}

    /// One transaction: account (with its organisation, if new), session, audit entry, and a word to the
    /// person where an account that had a session before is opened from a browser that it does not know.
    Result<Entered, EntryRefused> enter(LoginId const& proven, Device const& device);
    /// Name, State and the rest; returns the session as it is from now on.
    Session complete(Session session, Profile const& profile, std::string const& ip_address);

private:
    void tell_of_new_device(Arriving const& who, LoginId const& proven, Device const& device);
    db::Session& db_;
    Clock const& clock_;
    Sessions& sessions_;
    messages::Outbox outbox_;
    std::vector<std::string> secret_keys_;
};

}  // namespace ssr::accounts
