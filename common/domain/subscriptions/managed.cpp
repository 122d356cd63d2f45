#include "domain/subscriptions/managed.h"

namespace ssr::subscriptions {

namespace {

constexpr std::string_view kColumns = R"(
        SELECT u.id, u.email, u.phone, u.is_active, u.role, s.id = u.id AS is_himself, s.role AS by_role
          FROM users u JOIN users s ON s.id = :by )";

Managed to_managed(db::Row const& row) {
    auto const by = accounts::parse_role(row.text("by_role")), whom = accounts::parse_role(row.text("role"));
    return {.who = {row.id<UserId>("id"), row.text_or_empty("email"), row.text_or_empty("phone")},
            .is_active = row.flag("is_active"),
            .is_himself = row.flag("is_himself"),
            .is_outranked = !accounts::may_manage(by.value(), whom.value())};
}

}  // namespace

std::optional<Managed> lock_managed(db::Session& db, PublicUserId const& user, UserId by) {
    return db.maybe_one(std::string{kColumns} + "WHERE u.public_id = :user FOR NO KEY UPDATE OF u",
                        {{"by", by}, {"user", user}}, to_managed);
}

std::optional<Managed> lock_managed(db::Session& db, PublicSubscriptionId const& subscription, UserId by) {
    return db.maybe_one(std::string{kColumns} +
                            "WHERE u.id = (SELECT user_id FROM subscriptions WHERE public_id = "
                            ":subscription) FOR NO KEY UPDATE OF u",
                        {{"by", by}, {"subscription", subscription}}, to_managed);
}

}  // namespace ssr::subscriptions
