#include "domain/subscriptions/expiry.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"

namespace ssr::subscriptions {

namespace {

struct Ended {
    std::string public_id, was, is;
};

// Uses since the new stretch began count in it, also those of the moments before anybody noticed.
constexpr std::string_view kBegin = R"(
        UPDATE subscriptions s
           SET usage_reset_at = fresh.starts_at, usage_count = fresh.used,
               usage_limit = CASE WHEN fresh.usage_limit IS NOT NULL THEN greatest(fresh.usage_limit, fresh.used) END
          FROM (SELECT DISTINCT ON (p.subscription_id) p.subscription_id, p.starts_at, p.usage_limit,
                       (SELECT count(*) FROM usage_logs u
                         WHERE u.subscription_id = p.subscription_id AND u.created_at >= p.starts_at) AS used
                  FROM subscription_periods p JOIN subscriptions x ON x.id = p.subscription_id
                 WHERE p.starts_at <= :now AND p.ends_at > :now AND p.starts_at > x.usage_reset_at
                   AND x.status IN ('active', 'suspended') )";
constexpr std::string_view kNewest = R"(
                 ORDER BY p.subscription_id, p.starts_at DESC) fresh
         WHERE s.id = fresh.subscription_id)";

}  // namespace

int expire_due(db::Session& db, Clock const& clock) {
    db::Transaction transaction{db};
    auto const now = clock.now();
    auto const ended = db.list(R"(
        UPDATE subscriptions s SET status = CASE WHEN s.cancel_at_period_end THEN 'cancelled' ELSE 'expired' END
          FROM (SELECT x.id, x.status FROM subscriptions x JOIN modules m ON m.id = x.module_id
                 WHERE x.status IN ('trial', 'active', 'pending') AND x.expires_at <= :now
                   AND (x.status <> 'active' OR x.cancel_at_period_end
                        OR x.expires_at + make_interval(days => m.grace_days) <= :now)
                 FOR UPDATE OF x) due
         WHERE s.id = due.id
        RETURNING s.public_id, due.status AS was, s.status
    )",
                               {{"now", now}}, [](db::Row const& row) {
                                   return Ended{row.text("public_id"), row.text("was"), row.text("status")};
                               });
    for (auto const& each : ended)
        audit::AuditLog{db}.record({.action = "subscription.ended",
                                    .model_name = "subscriptions",
                                    .object_id = each.public_id,
                                    .changes = Json::Object{{"status", Json::Array{each.was, each.is}}}},
                                   now);
    transaction.commit();
    return int(ended.size());
}

int begin_periods(db::Session& db, Clock const& clock) {
    return int(db.execute(std::string{kBegin} + std::string{kNewest}, {{"now", clock.now()}}));
}

void begin_period_of(db::Session& db, Instant now, SubscriptionId subscription) {
    db.execute(std::string{kBegin} + "AND x.id = :subscription" + std::string{kNewest},
               {{"now", now}, {"subscription", subscription}});
}

}  // namespace ssr::subscriptions
