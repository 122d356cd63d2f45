#include "domain/subscriptions/usage.h"

namespace ssr::subscriptions {

namespace {

bool log_use(db::Session& db, Instant now, Module module, Use const& use) {
    return db.execute(R"(
        INSERT INTO usage_logs (user_id, module_code, action, resource_id, ip_address, created_at)
        VALUES (:user, :module, :action, nullif(:resource, ''), cast(nullif(:ip, '') AS inet), :now)
    )",
                      {{"user", use.user},
                       {"module", code(module)},
                       {"action", use.action},
                       {"resource", use.resource_id},
                       {"ip", use.ip_address},
                       {"now", now}}) == 1;
}

}  // namespace

bool count_use(db::Session& db, Clock const& clock, ModuleAccess const& access, Use const& use) {
    auto const now = clock.now();
    if (access.reason == Reason::granted || access.reason == Reason::staff)
        return log_use(db, now, access.module, use);
    return db.execute(R"(
        WITH newest AS (
            SELECT s.id FROM subscriptions s JOIN modules m ON m.id = s.module_id
             WHERE s.user_id = :user AND m.code = :module ORDER BY s.id DESC LIMIT 1
        ), counted AS (
            UPDATE subscriptions s SET usage_count = usage_count + 1
              FROM newest WHERE s.id = newest.id AND (s.usage_limit IS NULL OR s.usage_count < s.usage_limit)
            RETURNING s.id
        )
        INSERT INTO usage_logs (user_id, subscription_id, module_code, action, resource_id, ip_address, created_at)
        SELECT cast(:user AS bigint), id, cast(:module AS text), cast(:action AS text), nullif(cast(:resource AS text), ''),
               cast(nullif(cast(:ip AS text), '') AS inet), cast(:now AS timestamptz)
          FROM counted
    )",
                      {{"user", use.user},
                       {"module", code(access.module)},
                       {"action", use.action},
                       {"resource", use.resource_id},
                       {"ip", use.ip_address},
                       {"now", now}}) == 1;
}

}  // namespace ssr::subscriptions
