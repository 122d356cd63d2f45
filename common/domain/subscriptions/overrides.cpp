#include "domain/subscriptions/overrides.h"

#include "base/text.h"
#include "db/transaction.h"
#include "domain/audit/audit_log.h"

namespace ssr::subscriptions {

namespace {

std::string_view code(Override type) { return type == Override::grant ? "grant" : "revoke"; }

struct Somebody {
    UserId id;
    bool is_active;
};

OverrideLine to_line(db::Row const& row) {
    return {.public_id = row.public_id<PublicOverrideId>("public_id"),
            .module = *parse_module(row.text("module")),
            .type = row.text("access_type") == "grant" ? Override::grant : Override::revoke,
            .reason = row.text("reason"),
            .granted_by = row.text("granted_by"),
            .created_at = row.instant("created_at"),
            .valid_until = row.maybe_instant("valid_until"),
            .ended_at = row.maybe_instant("ended_at")};
}

}  // namespace

Result<PublicOverrideId, OverrideRefused> Overrides::set(OverrideWish const& wish) {
    auto const now = clock_.now();
    if (trimmed(wish.reason).empty()) return Err{OverrideRefused::no_reason};
    if (wish.valid_until && *wish.valid_until <= now) return Err{OverrideRefused::ends_in_the_past};
    db::Transaction transaction{db_};
    auto const user = db_.maybe_one("SELECT id, is_active FROM users WHERE public_id = :user",
                                    {{"user", wish.user}}, [](db::Row const& row) {
                                        return Somebody{row.id<UserId>("id"), row.flag("is_active")};
                                    });
    if (!user) return Err{OverrideRefused::unknown_user};
    if (!user->is_active && wish.type == Override::grant) return Err{OverrideRefused::banned};

    db_.execute(R"(
        UPDATE module_access_overrides SET ended_at = :now
         WHERE user_id = :user AND ended_at IS NULL AND module_id = (SELECT id FROM modules WHERE code = :module)
    )",
                {{"now", now}, {"user", user->id}, {"module", ssr::code(wish.module)}});
    auto const id = PublicOverrideId::fresh();
    db_.execute(R"(
        INSERT INTO module_access_overrides (public_id, user_id, module_id, access_type, reason, granted_by, valid_until, created_at)
        SELECT cast(:id AS uuid), cast(:user AS bigint), m.id, :type, :reason, cast(:by AS bigint), cast(:until AS timestamptz),
               cast(:now AS timestamptz)
          FROM modules m WHERE m.code = :module
    )",
                {{"id", id},
                 {"user", user->id},
                 {"type", code(wish.type)},
                 {"reason", collapsed(wish.reason)},
                 {"by", wish.by},
                 {"until", wish.valid_until},
                 {"now", now},
                 {"module", ssr::code(wish.module)}});
    audit::AuditLog{db_}.record(
        {.user = wish.by,
         .action = wish.type == Override::grant ? "access.granted" : "access.revoked",
         .model_name = "module_access_overrides",
         .object_id = id.text(),
         .changes =
             Json::Object{{"user", wish.user.text()},
                          {"module", ssr::code(wish.module)},
                          {"reason", collapsed(wish.reason)},
                          {"valid_until", wish.valid_until ? Json{to_iso(*wish.valid_until)} : Json{}}},
         .ip_address = wish.ip_address},
        now);
    transaction.commit();
    return id;
}

bool Overrides::end(PublicOverrideId const& id, UserId by, std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    auto const ended = db_.execute(
        "UPDATE module_access_overrides SET ended_at = :now WHERE public_id = :id AND ended_at IS NULL",
        {{"now", now}, {"id", id}});
    if (ended != 1) return false;
    audit::AuditLog{db_}.record({.user = by,
                                 .action = "access.override_ended",
                                 .model_name = "module_access_overrides",
                                 .object_id = id.text(),
                                 .changes = {},
                                 .ip_address = ip_address},
                                now);
    transaction.commit();
    return true;
}

std::vector<OverrideLine> Overrides::of(UserId user) {
    return db_.list(R"(
        SELECT o.public_id, m.code AS module, o.access_type, o.reason, u.name AS granted_by, o.created_at, o.valid_until, o.ended_at
          FROM module_access_overrides o JOIN modules m ON m.id = o.module_id JOIN users u ON u.id = o.granted_by
         WHERE o.user_id = :user ORDER BY o.id DESC LIMIT 200
    )",
                    {{"user", user}}, to_line);
}

}  // namespace ssr::subscriptions
