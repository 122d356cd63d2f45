#include "domain/subscriptions/standing.h"

#include "domain/subscriptions/status.h"

namespace ssr::subscriptions {

Standing to_standing(db::Row const& row) {
    return {row.id<SubscriptionId>("id"), row.public_id<PublicSubscriptionId>("public_id"),
            parse_status(row.text("status")), row.instant("expires_at")};
}

std::optional<Standing> lock_his(db::Session& db, UserId user, PublicSubscriptionId const& subscription) {
    return db.maybe_one(R"(
        SELECT id, public_id, status, expires_at FROM subscriptions
         WHERE public_id = :subscription AND user_id = :user FOR UPDATE
    )",
                        {{"subscription", subscription}, {"user", user}}, to_standing);
}

bool is_running(Standing const& standing, Instant now) {
    return (standing.status == Status::trial || standing.status == Status::active) &&
           standing.expires_at > now;
}

}  // namespace ssr::subscriptions
