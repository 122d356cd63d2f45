// What a person and what staff change of a subscription while it runs.
#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/subscriptions/managed.h"
#include "domain/subscriptions/notices.h"
#include "domain/subscriptions/standing.h"
#include "domain/subscriptions/status.h"

namespace ssr::subscriptions {

namespace {

struct Running {
    Standing standing;
    std::string module_name;
    bool is_frozen;  // by a dispute, not by staff
    std::optional<Instant> suspended_at;
};

std::optional<InterventionRefused> refusal(std::optional<Managed> const& holder) {
    if (!holder) return InterventionRefused::unknown;
    if (holder->is_himself) return InterventionRefused::himself;
    if (holder->is_outranked) return InterventionRefused::outranked;
    return std::nullopt;
}

Running lock_anyone_s(db::Session& db, PublicSubscriptionId const& subscription) {
    return db.one(
        R"(
        SELECT s.id, s.public_id, s.status, s.expires_at, m.name, coalesce(s.suspended_reason = 'dispute', false) AS is_frozen,
               s.suspended_at
          FROM subscriptions s JOIN modules m ON m.id = s.module_id WHERE s.public_id = :subscription FOR UPDATE OF s
    )",
        {{"subscription", subscription}}, [](db::Row const& row) {
            return Running{to_standing(row), row.text("name"), row.flag("is_frozen"),
                           row.maybe_instant("suspended_at")};
        });
}

}  // namespace

Result<Standing, CancelRefused> Subscriptions::keep(UserId user, PublicSubscriptionId const& subscription,
                                                    std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const held = lock_his(db_, user, subscription);
    if (!held) return Err{CancelRefused::not_his};
    if (!is_running(*held, clock_.now())) return Err{CancelRefused::not_running};
    auto const changed = db_.execute(R"(
        UPDATE subscriptions SET cancel_at_period_end = false, cancelled_at = NULL WHERE id = :id AND cancel_at_period_end
    )",
                                     {{"id", held->id}});
    if (changed == 1)
        audit::AuditLog{db_}.record({.user = user,
                                     .action = "subscription.kept",
                                     .model_name = "subscriptions",
                                     .object_id = subscription.text(),
                                     .changes = {},
                                     .ip_address = ip_address},
                                    clock_.now());
    transaction.commit();
    return *held;
}

Result<bool, CancelRefused> Subscriptions::set_auto_renew(UserId user,
                                                          PublicSubscriptionId const& subscription,
                                                          std::optional<bool> is_on,
                                                          std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const held = lock_his(db_, user, subscription);
    if (!held) return Err{CancelRefused::not_his};
    if (!is_running(*held, clock_.now())) return Err{CancelRefused::not_running};
    bool const was_on = db_.one("SELECT auto_renew FROM subscriptions WHERE id = :id", {{"id", held->id}},
                                [](db::Row const& row) { return row.flag("auto_renew"); });
    bool const is = is_on.value_or(!was_on);
    if (is == was_on) return is;
    db_.execute("UPDATE subscriptions SET auto_renew = :is WHERE id = :id", {{"is", is}, {"id", held->id}});
    audit::AuditLog{db_}.record({.user = user,
                                 .action = "subscription.auto_renew_set",
                                 .model_name = "subscriptions",
                                 .object_id = subscription.text(),
                                 .changes = Json::Object{{"auto_renew", Json::Array{was_on, is}}},
                                 .ip_address = ip_address},
                                clock_.now());
    transaction.commit();
    return is;
}

void Subscriptions::mark_auto_renew(SubscriptionId subscription, bool is_on) {
    db_.execute("UPDATE subscriptions SET auto_renew = :is WHERE id = :id AND auto_renew <> :is",
                {{"is", is_on}, {"id", subscription}});
}

Result<Standing, InterventionRefused> Subscriptions::suspend(Intervention const& by) {
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    auto const holder = lock_managed(db_, by.subscription, by.by);
    if (auto const why = refusal(holder)) return Err{*why};
    auto const held = lock_anyone_s(db_, by.subscription);
    if (!is_running(held.standing, now)) return Err{InterventionRefused::not_running};
    auto const after = db_.one(R"(
        UPDATE subscriptions SET status = 'suspended', suspended_reason = 'staff', suspended_at = :now WHERE id = :id
        RETURNING id, public_id, status, expires_at
    )",
                               {{"now", now}, {"id", held.standing.id}}, to_standing);
    audit::AuditLog{db_}.record(
        {.user = by.by,
         .action = "subscription.suspended",
         .model_name = "subscriptions",
         .object_id = by.subscription.text(),
         .changes = Json::Object{{"status", Json::Array{code(held.standing.status), "suspended"}},
                                 {"reason", by.reason}},
         .ip_address = by.ip_address},
        now);
    tell_holder(told_of_suspension(holder->who, held.module_name, now));
    transaction.commit();
    return after;
}

// Trial or not is what it came from: a suspended row does not say it.
Result<Standing, InterventionRefused> Subscriptions::resume(Intervention const& by) {
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    auto const holder = lock_managed(db_, by.subscription, by.by);
    if (auto const why = refusal(holder)) return Err{*why};
    auto const held = lock_anyone_s(db_, by.subscription);
    if (held.standing.status != Status::suspended || held.is_frozen)
        return Err{InterventionRefused::not_suspended};
    auto const since = held.suspended_at.value_or(now);
    // What was closed for an hour is open for an hour longer; stretches that were to begin move along.
    db_.execute(R"(
        UPDATE subscription_periods
           SET starts_at = CASE WHEN starts_at >= :since THEN starts_at + (cast(:now AS timestamptz) - :since) ELSE starts_at END,
               ends_at = ends_at + (cast(:now AS timestamptz) - :since)
         WHERE subscription_id = :id AND ends_at > :since
    )",
                {{"since", since}, {"now", now}, {"id", held.standing.id}});
    auto const after = db_.one(R"(
        UPDATE subscriptions
           SET expires_at = expires_at + (cast(:now AS timestamptz) - :since), suspended_reason = NULL, suspended_at = NULL,
               status = CASE WHEN expires_at <= :since THEN 'expired' WHEN source = 'trial' THEN 'trial' ELSE 'active' END
         WHERE id = :id
        RETURNING id, public_id, status, expires_at
    )",
                               {{"now", now}, {"since", since}, {"id", held.standing.id}}, to_standing);
    audit::AuditLog{db_}.record(
        {.user = by.by,
         .action = "subscription.resumed",
         .model_name = "subscriptions",
         .object_id = by.subscription.text(),
         .changes =
             Json::Object{{"status", Json::Array{"suspended", code(after.status)}}, {"reason", by.reason}},
         .ip_address = by.ip_address},
        now);
    tell_holder(told_of_resumption(holder->who, held.module_name, after.expires_at, now));
    transaction.commit();
    return after;
}

void Subscriptions::tell_holder(messages::Message const& message) {
    messages::Outbox outbox{db_, clock_, secret_keys_.at(0)};
    tell(outbox, message);
}

}  // namespace ssr::subscriptions
