#include "domain/accounts/standing.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"

namespace ssr::accounts {

namespace {

UserId to_id(db::Row const& row) { return row.id<UserId>("id"); }

}  // namespace

bool Standing::change_role(Actor const& by, PublicUserId const& person, Role role) {
    db::Transaction transaction{db_};
    auto const user = db_.maybe_one(R"(
        UPDATE users SET role = :role, authz_epoch = authz_epoch + 1
         WHERE public_id = :person AND role <> :role RETURNING id)",
                                    {{"role", code(role)}, {"person", person}}, to_id);
    bool const is_changed =
        changed(by, person, user, "user.role_changed", Json::Object{{"role", code(role)}});
    transaction.commit();
    return is_changed;
}

bool Standing::close(Actor const& by, PublicUserId const& person, std::string const& reason) {
    db::Transaction transaction{db_};
    auto const user = db_.maybe_one(R"(
        UPDATE users SET is_active = false, banned_reason = :reason, authz_epoch = authz_epoch + 1
         WHERE public_id = :person AND is_active RETURNING id)",
                                    {{"reason", reason}, {"person", person}}, to_id);
    bool const is_changed = changed(by, person, user, "user.closed", Json::Object{{"reason", reason}});
    transaction.commit();
    return is_changed;
}

bool Standing::reopen(Actor const& by, PublicUserId const& person) {
    db::Transaction transaction{db_};
    auto const user = db_.maybe_one(R"(
        UPDATE users SET is_active = true, banned_reason = NULL, authz_epoch = authz_epoch + 1
         WHERE public_id = :person AND NOT is_active RETURNING id)",
                                    {{"person", person}}, to_id);
    bool const is_changed = changed(by, person, user, "user.reopened", {});
    transaction.commit();
    return is_changed;
}

bool Standing::changed(Actor const& by, PublicUserId const& person, std::optional<UserId> user,
                       std::string action, Json changes) {
    if (!user) return false;
    audit::AuditLog{db_}.record({.user = by.user,
                                 .action = std::move(action),
                                 .model_name = "users",
                                 .object_id = person.text(),
                                 .changes = std::move(changes),
                                 .ip_address = by.ip_address},
                                clock_.now());
    sessions_.end_all(*user, "standing_changed");
    return true;
}

}  // namespace ssr::accounts
