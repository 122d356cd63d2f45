#include "domain/subscriptions/access_book.h"

#include "base/fault.h"
#include "domain/subscriptions/status.h"

namespace ssr::subscriptions {

namespace {

AccessFacts to_facts(db::Row const& row) {
    AccessFacts facts{.user_banned = row.flag("is_banned"),
                      .user_is_staff = row.flag("is_staff"),
                      .module_active = row.flag("module_active"),
                      .expires_at = row.maybe_instant("expires_at"),
                      .used = row.integer("used"),
                      .usage_left = row.maybe_integer("usage_left"),
                      .ends_at_period_end = row.flag("ends_at_period_end"),
                      .grace = std::chrono::days{row.integer("grace_days")}};
    if (auto const type = row.maybe_text("access_type"))
        facts.override = *type == "grant" ? Override::grant : Override::revoke;
    if (auto const status = row.maybe_text("status")) facts.status = parse_status(*status);
    return facts;
}

}  // namespace

std::vector<ModuleAccess> AccessBook::of(UserId user) {
    auto const now = clock_.now();
    return db_.list(R"(
        SELECT m.code, m.is_active AS module_active, NOT u.is_active AS is_banned, u.role <> 'user' AS is_staff,
               o.access_type, s.status, s.expires_at, coalesce(s.usage_count, 0) AS used,
               s.usage_limit - s.usage_count AS usage_left,
               coalesce(s.cancel_at_period_end, false) AS ends_at_period_end,
               CASE WHEN s.status = 'active' AND NOT s.cancel_at_period_end THEN m.grace_days ELSE 0 END AS grace_days
          FROM modules m
          JOIN users u ON u.id = :user
          LEFT JOIN LATERAL (SELECT access_type FROM module_access_overrides
                              WHERE user_id = u.id AND module_id = m.id AND ended_at IS NULL
                                AND (valid_until IS NULL OR valid_until > :now)
                              ORDER BY id DESC LIMIT 1) o ON true
          LEFT JOIN LATERAL (SELECT status, expires_at, usage_limit, usage_count, cancel_at_period_end FROM subscriptions
                              WHERE user_id = u.id AND module_id = m.id ORDER BY id DESC LIMIT 1) s ON true
         ORDER BY m.display_order
    )",
                    {{"user", user}, {"now", now}}, [&](db::Row const& row) {
                        auto const facts = to_facts(row);
                        return ModuleAccess{*parse_module(row.text("code")), facts, decide(facts, now)};
                    });
}

ModuleAccess AccessBook::of(UserId user, Module module) {
    for (auto const& access : of(user))
        if (access.module == module) return access;
    throw Fault{"the catalogue lacks a module", false};
}

}  // namespace ssr::subscriptions
