#pragma once

#include <vector>

#include "domain/accounts/organization_role.h"
#include "view/form_pieces.h"

namespace ssr::auth {

/// "member: makes and changes works."
std::string explained(accounts::OrganizationRole role);
/// The roles that somebody of that role may give, the least first.
std::vector<view::Option> roles_to_give(accounts::OrganizationRole giver);

}  // namespace ssr::auth
