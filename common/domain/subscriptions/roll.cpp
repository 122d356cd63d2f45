#include "domain/subscriptions/roll.h"

#include "domain/accounts/people.h"
#include "domain/subscriptions/status.h"

namespace ssr::subscriptions {

namespace {

constexpr std::string_view kLines = R"(
        SELECT s.public_id, u.public_id AS user_id, u.name AS user_name, u.phone, u.email, m.code, m.name, s.status, s.source,
               s.started_at, s.expires_at, s.cancel_at_period_end, coalesce(s.suspended_reason = 'dispute', false) AS is_frozen,
               s.suspended_at, s.usage_count, s.usage_limit
          FROM subscriptions s JOIN users u ON u.id = s.user_id JOIN modules m ON m.id = s.module_id )";

RollLine to_line(db::Row const& row) {
    return {.public_id = row.public_id<PublicSubscriptionId>("public_id"),
            .user = row.public_id<PublicUserId>("user_id"),
            .user_name = row.text("user_name"),
            .phone = row.text_or_empty("phone"),
            .email = row.text_or_empty("email"),
            .module = *parse_module(row.text("code")),
            .module_name = row.text("name"),
            .status = parse_status(row.text("status")),
            .source = parse_source(row.text("source")),
            .started_at = row.instant("started_at"),
            .expires_at = row.instant("expires_at"),
            .ends_at_period_end = row.flag("cancel_at_period_end"),
            .is_frozen = row.flag("is_frozen"),
            .suspended_at = row.maybe_instant("suspended_at"),
            .used = row.integer("usage_count"),
            .usage_limit = row.maybe_integer("usage_limit")};
}

std::string_view order_of(RollFilter const& filter, accounts::Sought const& whom) {
    if (filter.ends_within_days) return " ORDER BY s.expires_at, s.id";
    if (whom.by == accounts::Sought::By::name) return " ORDER BY lower(u.name), u.id, s.id DESC";
    return " ORDER BY s.id DESC";
}

// Only the conditions that were asked for: a plan for all of them together would read everything.
std::string statement_for(RollFilter const& filter, accounts::Sought const& whom) {
    std::string sql{kLines};
    sql += "WHERE true";
    sql += accounts::condition(whom);
    // By its key, so that those of a rare module are read in the order of their index.
    if (filter.module) sql += " AND s.module_id = (SELECT id FROM modules WHERE code = :module)";
    // Written out, so that a plan for the many that run is not kept for the few that are paused.
    if (filter.status) sql += " AND s.status = '" + std::string{code(*filter.status)} + "'";
    if (filter.ends_within_days)
        sql += " AND s.status IN ('trial', 'active') AND s.expires_at >= :now AND s.expires_at < :soon";
    sql += order_of(filter, whom);
    return sql + " LIMIT :most OFFSET :skip";
}

}  // namespace

std::vector<RollLine> list_subscriptions(db::Session& db, RollFilter const& filter, Instant now) {
    auto const whom = accounts::sought(filter.text);
    return db.list(statement_for(filter, whom),
                   {{"sought", whom.text},
                    {"module", filter.module ? ssr::code(*filter.module) : std::string_view{}},
                    {"now", now},
                    {"soon", now + std::chrono::days{filter.ends_within_days.value_or(0)}},
                    {"most", filter.size + 1},
                    {"skip", std::int64_t{filter.number - 1} * filter.size}},
                   to_line);
}

std::optional<RollLine> find_subscription(db::Session& db, PublicSubscriptionId const& subscription) {
    return db.maybe_one(std::string{kLines} + "WHERE s.public_id = :subscription",
                        {{"subscription", subscription}}, to_line);
}

}  // namespace ssr::subscriptions
