#include "domain/accounts/organizations.h"

#include "db/transaction.h"
#include "domain/accounts/user_store.h"

namespace ssr::accounts {

namespace {

using enum OrganizationRefused;

constexpr std::string_view kMembers = R"(
    SELECT u.public_id, u.name, coalesce(u.phone, u.email, '') AS contact, m.role, m.created_at
      FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.organization_id = :organization)";

std::string masked(std::string const& contact) {
    auto const id = LoginId::parse(contact);
    return id ? id->masked() : std::string{};
}

MemberLine to_member(db::Row const& row) {
    return {row.public_id<PublicUserId>("public_id"), row.text("name"), masked(row.text("contact")),
            *parse_organization_role(row.text("role")), row.instant("created_at")};
}

}  // namespace

std::vector<OrganizationLine> Organizations::list(Session const& who) {
    return db_.list(R"(
        SELECT o.public_id, o.name, m.role, o.id = :current AS is_current
          FROM memberships m JOIN organizations o ON o.id = m.organization_id
         WHERE m.user_id = :user ORDER BY o.is_personal AND o.owner_id = :user DESC, o.name, o.id)",
                    {{"user", who.user}, {"current", who.organization}}, [](db::Row const& row) {
                        return OrganizationLine{row.public_id<PublicOrganizationId>("public_id"),
                                                row.text("name"), *parse_organization_role(row.text("role")),
                                                row.flag("is_current")};
                    });
}

std::vector<MemberLine> Organizations::members(OrganizationId organization) {
    static std::string const sql =
        std::string{kMembers} +
        " ORDER BY array_position(ARRAY['owner', 'admin', 'member', 'viewer'], m.role), u.name, m.id";
    return db_.list(sql, {{"organization", organization}}, to_member);
}

std::optional<MemberLine> Organizations::find_member(OrganizationId organization,
                                                     PublicUserId const& member) {
    static std::string const sql = std::string{kMembers} + " AND u.public_id = :member";
    return db_.maybe_one(sql, {{"organization", organization}, {"member", member}}, to_member);
}

Result<Done, OrganizationRefused> Organizations::switch_to(Session const& who,
                                                           PublicOrganizationId const& organization) {
    auto const switched = db_.execute(R"(
        UPDATE users u SET organization_id = o.id FROM organizations o JOIN memberships m ON m.organization_id = o.id
         WHERE u.id = :user AND m.user_id = u.id AND o.public_id = :organization)",
                                      {{"user", who.user}, {"organization", organization}});
    if (switched != 1) return Err{not_found};
    sessions_.refresh(who.user);
    return Done{};
}

Result<Done, OrganizationRefused> Organizations::change_role(Session const& who, PublicUserId const& member,
                                                             OrganizationRole role,
                                                             std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const actor = colleagues_.lock(who.organization, who.user);
    auto const other = colleagues_.lock(who.organization, member);
    if (!actor || !other) return Err{not_found};
    if (!may_manage(actor->role, other->role) || !may_manage(actor->role, role)) return Err{not_allowed};
    if (other->role == role) return Done{};
    db_.execute(
        "UPDATE memberships SET role = :role WHERE organization_id = :organization AND user_id = :user",
        {{"role", code(role)}, {"organization", who.organization}, {"user", other->user}});
    auto const organization = colleagues_.name_of(who.organization);
    colleagues_.record(
        who, organization, "organization.role_changed",
        Json::Object{{"member", member.text()}, {"role", Json::Array{code(other->role), code(role)}}},
        ip_address);
    colleagues_.tell(*other, "You are now " + std::string{code(role)} + " of " + organization.name,
                     actor->name + " changed your role in " + organization.name + " from " +
                         std::string{code(other->role)} + " to " + std::string{code(role)} + ".");
    transaction.commit();
    sessions_.refresh(other->user);
    return Done{};
}

void Organizations::delete_membership(OrganizationId organization, UserId user) {
    db_.execute("DELETE FROM memberships WHERE organization_id = :organization AND user_id = :user",
                {{"organization", organization}, {"user", user}});
}

Result<Done, OrganizationRefused> Organizations::remove(Session const& who, PublicUserId const& member,
                                                        std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const actor = colleagues_.lock(who.organization, who.user);
    auto const other = colleagues_.lock(who.organization, member);
    if (!actor || !other) return Err{not_found};
    if (!may_manage(actor->role, other->role)) return Err{not_allowed};
    delete_membership(who.organization, other->user);
    auto const organization = colleagues_.name_of(who.organization);
    colleagues_.record(who, organization, "organization.member_removed",
                       Json::Object{{"member", member.text()}, {"role", code(other->role)}}, ip_address);
    colleagues_.tell(*other, "You no longer belong to " + organization.name,
                     actor->name + " took you out of " + organization.name +
                         ". Works of that organisation stay there; your own organisation is as it was.");
    transaction.commit();
    sessions_.refresh(other->user);
    return Done{};
}

Result<Done, OrganizationRefused> Organizations::leave(Session const& who, std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const actor = colleagues_.lock(who.organization, who.user);
    if (!actor) return Err{not_found};
    if (actor->role == OrganizationRole::owner) return Err{owner_stays};
    delete_membership(who.organization, who.user);
    auto const organization = colleagues_.name_of(who.organization);
    colleagues_.record(who, organization, "organization.left", Json::Object{{"role", code(actor->role)}},
                       ip_address);
    if (auto const owner = colleagues_.lock_owner(who.organization))
        colleagues_.tell(
            *owner, actor->name + " left " + organization.name,
            actor->name + " left " + organization.name + ". The works stay in the organisation.");
    transaction.commit();
    sessions_.refresh(who.user);
    return Done{};
}

Result<Done, OrganizationRefused> Organizations::hand_over(Session const& who, PublicUserId const& member,
                                                           std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const actor = colleagues_.lock(who.organization, who.user);
    auto const heir = colleagues_.lock(who.organization, member);
    if (!actor || !heir) return Err{not_found};
    if (!may(actor->role, OrganizationAction::hand_over) || heir->user == actor->user)
        return Err{not_allowed};
    bool const was_personal = db_.one(
        "SELECT is_personal FROM organizations WHERE id = :organization FOR UPDATE",
        {{"organization", who.organization}}, [](db::Row const& row) { return row.flag("is_personal"); });
    // One owner at every moment: the old one steps down first.
    db_.execute(
        "UPDATE memberships SET role = 'admin' WHERE organization_id = :organization AND user_id = :user",
        {{"organization", who.organization}, {"user", actor->user}});
    db_.execute(
        "UPDATE memberships SET role = 'owner' WHERE organization_id = :organization AND user_id = :user",
        {{"organization", who.organization}, {"user", heir->user}});
    db_.execute("UPDATE organizations SET owner_id = :heir, is_personal = false WHERE id = :organization",
                {{"heir", heir->user}, {"organization", who.organization}});
    if (was_personal) UserStore{db_}.insert_organization(actor->user, actor->name, clock_.now());
    db_.execute("UPDATE users SET organization_id = :organization WHERE id = :user",
                {{"organization", who.organization}, {"user", actor->user}});
    auto const organization = colleagues_.name_of(who.organization);
    colleagues_.record(who, organization, "organization.handed_over",
                       Json::Object{{"owner", Json::Array{actor->public_id.text(), heir->public_id.text()}}},
                       ip_address);
    colleagues_.tell(*heir, "You are now the owner of " + organization.name,
                     actor->name + " handed " + organization.name + " over to you.");
    colleagues_.tell(*actor, "You handed over " + organization.name,
                     heir->name + " is now the owner of " + organization.name +
                         "; you are an admin of it. If it was not you, write to support at once.");
    transaction.commit();
    sessions_.refresh(actor->user);
    sessions_.refresh(heir->user);
    return Done{};
}

}  // namespace ssr::accounts
