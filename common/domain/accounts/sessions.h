#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "cache/redis.h"
#include "db/session.h"
#include "domain/accounts/device.h"
#include "domain/accounts/session.h"

namespace ssr::accounts {

struct SessionCopy;

struct SessionLimits {
    std::chrono::seconds idle = std::chrono::days{7};
    std::chrono::seconds absolute = std::chrono::days{30};
    std::chrono::seconds touch_every = std::chrono::hours{1};
};

/// A line of the list of a person's devices.
struct SessionLine {
    SessionId id;
    PublicSessionId public_id;
    std::string user_agent, ip_address;
    Instant created_at, last_activity;
};

/// Sessions live in `user_sessions`; Redis keeps a copy of the live ones, so that a request costs one GET.
/// Both know only the SHA-256 of the cookie.
class Sessions {
public:
    Sessions(cache::Redis& redis, db::Session& db, Clock const& clock, SessionLimits limits = {})
        : redis_{redis}, db_{db}, clock_{clock}, limits_{limits} {}

    /// A new session; the returned text is the cookie's value and is kept nowhere else. One statement; Redis
    /// learns of it at the first request, so this may stand in a transaction.
    std::string start(UserId user, Device const& device);
    /// Nothing where the cookie is no live session of an active person. One Redis round trip; a statement
    /// only when Redis has lost it, or (hourly) to note the last use.
    std::optional<Session> resume(std::string_view cookie);
    /// The same session under a new cookie, now confirmed with TOTP: for the first time, or once more.
    std::string raise_to_staff(std::string_view cookie);

    void end(std::string_view cookie, std::string_view reason);
    bool end_one(UserId user, PublicSessionId const& session, std::string_view reason);  // false: not his
    int end_all(UserId user, std::string_view reason, std::optional<SessionId> but = std::nullopt);
    /// After a change of name, contact, role or standing: the copies in Redis are made anew.
    void refresh(UserId user);

    std::vector<SessionLine> list(UserId user);  // live ones, last used first
    /// Whose session the cookie was, also where it is over.
    std::optional<UserId> owner(std::string_view cookie);
    /// True where that person signed in from this browser before (the known-browser cookie).
    bool knows(UserId user, std::string_view browser);

private:
    std::optional<SessionCopy> rebuilt(std::string const& hash);
    void touch(std::string const& hash, std::string const& held, SessionCopy& copy);
    bool is_over(SessionCopy const& copy) const;

    cache::Redis& redis_;
    db::Session& db_;
    Clock const& clock_;
    SessionLimits limits_;
};

}  // namespace ssr::accounts
