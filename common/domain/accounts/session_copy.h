#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/session.h"
#include "domain/accounts/session.h"

namespace ssr::accounts {

/// A session as Redis keeps it. `session.expires_at` is the absolute end; idleness counts from `touched_at`.
struct SessionCopy {
    Session session;
    Instant touched_at;
};

/// What Redis has in place of a copy for a moment, so that a reader who is late puts no stale one back.
inline constexpr std::string_view kEnded = "ended";
inline constexpr std::string_view kChanged = "changed";

std::string written(SessionCopy const& copy);
/// Nothing for a text of another release's form: it is rebuilt from the database.
std::optional<SessionCopy> read_copy(std::string_view text);
/// The columns of kSessionColumns.
SessionCopy to_copy(db::Row const& row);

/// Columns of `user_sessions s` joined with `users u`, the `organizations o` that he works in, and his
/// `memberships m` there; see to_copy. His own needs no row to be the owner of.
inline constexpr std::string_view kSessionColumns =
    "s.id, s.user_id, s.expires_at, s.last_activity, s.level, s.confirmed_at, "
    "u.public_id, u.name, u.phone, u.email, u.role, u.profile_completed_at, o.id AS organization_id, "
    "coalesce(m.role, 'owner') AS organization_role";

}  // namespace ssr::accounts
