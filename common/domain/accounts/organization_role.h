#pragma once

#include <optional>
#include <string_view>

namespace ssr::accounts {

/// What a person is in an organisation. Ordered: each may do what those before it may.
enum class OrganizationRole { viewer, member, admin, owner };
std::string_view code(OrganizationRole role);
std::string_view name_of(OrganizationRole role);  // "Viewer"
std::optional<OrganizationRole> parse_organization_role(std::string_view code);

/// Works and papers: `look` and `write`. People: `manage_members`. The whole: `hand_over`.
enum class OrganizationAction { look, write, manage_members, hand_over };
bool may(OrganizationRole role, OrganizationAction action);

/// Whether `actor` may give somebody that role, take it from him, or send him away. Nobody touches the owner;
/// admins are the owner's to make.
bool may_manage(OrganizationRole actor, OrganizationRole other);

}  // namespace ssr::accounts
