#include "domain/accounts/organization_role.h"

#include <stdexcept>

namespace ssr::accounts {

std::string_view code(OrganizationRole role) {
    switch (role) {
        case OrganizationRole::viewer: return "viewer";
        case OrganizationRole::member: return "member";
        case OrganizationRole::admin: return "admin";
        case OrganizationRole::owner: return "owner";
    }
    throw std::logic_error{"no such role"};
}

std::string_view name_of(OrganizationRole role) {
    switch (role) {
        case OrganizationRole::viewer: return "Viewer";
        case OrganizationRole::member: return "Member";
        case OrganizationRole::admin: return "Admin";
        case OrganizationRole::owner: return "Owner";
    }
    throw std::logic_error{"no such role"};
}

std::optional<OrganizationRole> parse_organization_role(std::string_view text) {
    using enum OrganizationRole;
    for (auto const role : {viewer, member, admin, owner})
        if (text == code(role)) return role;
    return std::nullopt;
}

bool may(OrganizationRole role, OrganizationAction action) {
    switch (action) {
        case OrganizationAction::look: return true;
        case OrganizationAction::write: return role >= OrganizationRole::member;
        case OrganizationAction::manage_members: return role >= OrganizationRole::admin;
        case OrganizationAction::hand_over: return role == OrganizationRole::owner;
    }
    throw std::logic_error{"no such action"};
}

bool may_manage(OrganizationRole actor, OrganizationRole other) {
    return may(actor, OrganizationAction::manage_members) && other < actor &&
           other != OrganizationRole::owner;
}

}  // namespace ssr::accounts
