#include "domain/subscriptions/overrides.h"

#include "base/text.h"
#include "db/transaction.h"
#include "domain/accounts/replays.h"
#include "domain/audit/audit_log.h"
#include "domain/subscriptions/managed.h"

namespace ssr::subscriptions {

namespace {

std::string_view code(Override type) { return type == Override::grant ? "grant" : "revoke"; }
Override parse_override(std::string const& code) {
    return code == "grant" ? Override::grant : Override::revoke;
}

// What may be repeated is the same wish for the same person.
accounts::Replayed request_of(OverrideWish const& wish) {
    return {wish.by, "access." + std::string{code(wish.type)} + " " + wish.user.text(), wish.idempotency_key};
}

struct Ended {
    std::string module_name;
    Override type;
};

OverrideLine to_line(db::Row const& row) {
    return {.public_id = row.public_id<PublicOverrideId>("override_id"),
            .module = *parse_module(row.text("module")),
            .type = parse_override(row.text("access_type")),
            .reason = row.text("reason"),
            .granted_by = row.text("granted_by"),
            .created_at = row.instant("granted_at"),
            .valid_until = row.maybe_instant("valid_until"),
            .ended_at = row.maybe_instant("ended_at")};
}

Holder to_holder(db::Row const& row) {
    return {.id = row.id<UserId>("id"),
            .public_id = row.public_id<PublicUserId>("public_id"),
            .name = row.text("name"),
            .phone = row.text_or_empty("phone"),
            .email = row.text_or_empty("email"),
            .state_code = row.text_or_empty("state_code"),
            .company_name = row.text("company_name"),
            .gstin = row.text_or_empty("gstin"),
            .role = accounts::parse_role(row.text("role")).value(),
            .is_active = row.flag("is_active"),
            .has_left = row.flag("has_left"),
            .banned_reason = row.text_or_empty("banned_reason"),
            .created_at = row.instant("created_at"),
            .last_login_at = row.maybe_instant("last_login_at"),
            .overrides = {}};
}

std::optional<OverrideRefused> refusal(std::optional<Managed> const& user, Override type) {
    if (!user) return OverrideRefused::unknown_user;
    if (user->is_himself) return OverrideRefused::himself;
    if (user->is_outranked) return OverrideRefused::outranked;
    if (!user->is_active && type == Override::grant) return OverrideRefused::banned;
    return std::nullopt;
}

// Returns the module's name.
std::string insert(db::Session& db, PublicOverrideId const& id, UserId user, OverrideWish const& wish,
                   Instant now) {
    return db.one(R"(
        WITH module AS (
            SELECT id, name FROM modules WHERE code = :module
        ), ended AS (
            UPDATE module_access_overrides SET ended_at = :now
             WHERE user_id = :user AND ended_at IS NULL AND module_id = (SELECT id FROM module)
        ), made AS (
            INSERT INTO module_access_overrides (public_id, user_id, module_id, access_type, reason, granted_by, valid_until, created_at)
            SELECT cast(:id AS uuid), cast(:user AS bigint), id, :type, :reason, cast(:by AS bigint), cast(:until AS timestamptz),
                   cast(:now AS timestamptz)
              FROM module
        )
        SELECT name FROM module
    )",
                  {{"id", id},
                   {"user", user},
                   {"type", code(wish.type)},
                   {"reason", collapsed(wish.reason)},
                   {"by", wish.by},
                   {"until", wish.valid_until},
                   {"now", now},
                   {"module", ssr::code(wish.module)}},
                  [](db::Row const& row) { return row.text("name"); });
}

audit::Entry entry_of(PublicOverrideId const& id, OverrideWish const& wish) {
    return {
        .user = wish.by,
        .action = wish.type == Override::grant ? "access.granted" : "access.revoked",
        .model_name = "module_access_overrides",
        .object_id = id.text(),
        .changes = Json::Object{{"user", wish.user.text()},
                                {"module", ssr::code(wish.module)},
                                {"reason", collapsed(wish.reason)},
                                {"valid_until", wish.valid_until ? Json{to_iso(*wish.valid_until)} : Json{}}},
        .ip_address = wish.ip_address};
}

}  // namespace

Result<PublicOverrideId, OverrideRefused> Overrides::set(OverrideWish const& wish) {
    auto const now = clock_.now();
    if (trimmed(wish.reason).empty()) return Err{OverrideRefused::no_reason};
    if (wish.valid_until && *wish.valid_until <= now) return Err{OverrideRefused::ends_in_the_past};
    db::Transaction transaction{db_};
    auto const user = lock_managed(db_, wish.user, wish.by);
    if (auto const why = refusal(user, wish.type)) return Err{*why};
    if (auto const first = accounts::Replays{db_}.find(request_of(wish)))
        return *PublicOverrideId::parse(*first);

    auto const id = PublicOverrideId::fresh();
    auto const module_name = insert(db_, id, user->who.user, wish, now);
    accounts::Replays{db_}.remember(request_of(wish), id.text(), now);
    audit::AuditLog{db_}.record(entry_of(id, wish), now);
    tell(outbox_, told_of_override(user->who, module_name, wish.type, wish.valid_until, now));
    transaction.commit();
    return id;
}

Result<Done, OverrideRefused> Overrides::end(PublicUserId const& user, PublicOverrideId const& id,
                                             accounts::Actor const& by) {
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    auto const managed = lock_managed(db_, user, by.user);
    if (auto const why = refusal(managed, Override::revoke)) return Err{*why};
    auto const ended =
        db_.maybe_one(R"(
        UPDATE module_access_overrides o SET ended_at = :now FROM modules m
         WHERE o.public_id = :id AND o.user_id = :user AND o.ended_at IS NULL AND (o.valid_until IS NULL OR o.valid_until > :now)
           AND m.id = o.module_id
        RETURNING m.name, o.access_type
    )",
                      {{"now", now}, {"id", id}, {"user", managed->who.user}}, [](db::Row const& row) {
                          return Ended{row.text("name"), parse_override(row.text("access_type"))};
                      });
    if (!ended) return Err{OverrideRefused::not_running};
    audit::AuditLog{db_}.record({.user = by.user,
                                 .action = "access.override_ended",
                                 .model_name = "module_access_overrides",
                                 .object_id = id.text(),
                                 .changes = Json::Object{{"user", user.text()}, {"was", code(ended->type)}},
                                 .ip_address = by.ip_address},
                                now);
    tell(outbox_, told_of_override_s_end(managed->who, ended->module_name, ended->type, now));
    transaction.commit();
    return Done{};
}

std::optional<Holder> Overrides::find_holder(PublicUserId const& user) {
    std::optional<Holder> holder;
    db_.each(R"(
        SELECT u.id, u.public_id, u.name, u.phone, u.email, u.state_code, u.company_name, u.gstin, u.role, u.is_active,
               u.erased_at IS NOT NULL AS has_left, u.banned_reason, u.created_at, u.last_login_at, o.public_id AS override_id,
               m.code AS module, o.access_type, o.reason, s.name AS granted_by, o.created_at AS granted_at, o.valid_until, o.ended_at
          FROM users u
          LEFT JOIN module_access_overrides o ON o.user_id = u.id
          LEFT JOIN modules m ON m.id = o.module_id
          LEFT JOIN users s ON s.id = o.granted_by
         WHERE u.public_id = :user ORDER BY o.id DESC LIMIT 200
    )",
             {{"user", user}}, [&](db::Row const& row) {
                 if (!holder) holder = to_holder(row);
                 if (!row.is_null("override_id")) holder->overrides.push_back(to_line(row));
             });
    return holder;
}

}  // namespace ssr::subscriptions
