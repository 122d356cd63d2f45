#include "auth/views/role_options.h"

#include "base/text.h"

namespace ssr::auth {

using accounts::OrganizationRole;

namespace {

std::string_view meaning_of(OrganizationRole role) {
    switch (role) {
        case OrganizationRole::viewer: return "Sees and prints works, changes nothing.";
        case OrganizationRole::member: return "Makes and changes works.";
        case OrganizationRole::admin: return "Makes and changes works, and invites members and viewers.";
        case OrganizationRole::owner: return "Does everything, and can hand the organisation over.";
    }
    return {};
}

}  // namespace

std::string explained(OrganizationRole role) { return lower(name_of(role)) + ": " + lower(meaning_of(role)); }

std::vector<view::Option> roles_to_give(OrganizationRole giver) {
    std::vector<view::Option> options;
    for (auto const role : {OrganizationRole::viewer, OrganizationRole::member, OrganizationRole::admin})
        if (may_manage(giver, role))
            options.push_back({.value = std::string{code(role)},
                               .label = std::string{name_of(role)},
                               .reason = std::string{meaning_of(role)}});
    return options;
}

}  // namespace ssr::auth
