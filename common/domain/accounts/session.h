#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "domain/accounts/organization_role.h"
#include "values/ids.h"

namespace ssr::accounts {

/// Ordered: each may do what those before it may.
enum class Role { user, support, admin, superadmin };
std::string_view code(Role role);
std::optional<Role> parse_role(std::string_view code);

/// A live session and the person who holds it, as of the sign-in or the last change of his account.
struct Session {
    SessionId id;
    UserId user;
    PublicUserId public_user;
    OrganizationId organization;  // the one that he works in now
    std::string name;             // empty until the profile is complete
    std::string phone, email;     // either may be empty
    Role role = Role::user;
    OrganizationRole organization_role = OrganizationRole::owner;  // what he may do there
    bool is_staff_level = false;                                   // confirmed with TOTP
    std::optional<Instant> confirmed_at = {};                      // the last time that it was
    bool is_complete = false;                                      // name and State are given
    Instant expires_at;
};

}  // namespace ssr::accounts
