#include "domain/accounts/colleagues.h"

#include "domain/audit/audit_log.h"

namespace ssr::accounts {

namespace {

constexpr std::string_view kColumns = R"(
    SELECT u.id, u.public_id, u.name, u.email, m.role FROM memberships m JOIN users u ON u.id = m.user_id
     WHERE m.organization_id = :organization AND )";

Colleague to_colleague(db::Row const& row) {
    return {row.id<UserId>("id"), row.public_id<PublicUserId>("public_id"), row.text("name"),
            row.text_or_empty("email"), *parse_organization_role(row.text("role"))};
}

}  // namespace

std::optional<Colleague> Colleagues::lock(OrganizationId organization, UserId user) {
    static std::string const sql = std::string{kColumns} + "u.id = :user FOR UPDATE OF m";
    return db_.maybe_one(sql, {{"organization", organization}, {"user", user}}, to_colleague);
}

std::optional<Colleague> Colleagues::lock(OrganizationId organization, PublicUserId const& user) {
    static std::string const sql = std::string{kColumns} + "u.public_id = :user FOR UPDATE OF m";
    return db_.maybe_one(sql, {{"organization", organization}, {"user", user}}, to_colleague);
}

std::optional<Colleague> Colleagues::lock_owner(OrganizationId organization) {
    static std::string const sql = std::string{kColumns} + "m.role = 'owner' FOR UPDATE OF m";
    return db_.maybe_one(sql, {{"organization", organization}}, to_colleague);
}

OrganizationName Colleagues::name_of(OrganizationId organization) {
    return db_.one("SELECT public_id, name FROM organizations WHERE id = :organization",
                   {{"organization", organization}}, [](db::Row const& row) {
                       return OrganizationName{row.text("public_id"), row.text("name")};
                   });
}

void Colleagues::tell(Colleague const& to, std::string const& subject, std::string const& text) {
    if (to.email.empty()) return;
    outbox_.send({.event_key = "organization:" + new_public_id(),
                  .kind = "organization",
                  .channel = Channel::email,
                  .to = to.email,
                  .subject = subject,
                  .text = "SSR Estimation\n\n" + text + "\n",
                  .user = to.user});
}

void Colleagues::record(Session const& who, OrganizationName const& organization, std::string action,
                        Json changes, std::string const& ip_address) {
    audit::AuditLog{db_}.record({.user = who.user,
                                 .action = std::move(action),
                                 .model_name = "organizations",
                                 .object_id = organization.public_id,
                                 .changes = std::move(changes),
                                 .ip_address = ip_address},
                                clock_.now());
}

}  // namespace ssr::accounts
