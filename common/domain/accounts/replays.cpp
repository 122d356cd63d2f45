#include "domain/accounts/replays.h"

namespace ssr::accounts {

std::optional<std::string> Replays::find(Replayed const& request) {
    if (request.key.empty()) return std::nullopt;
    return db_.maybe_one(
        "SELECT body FROM request_replays WHERE user_id = :user AND endpoint = :endpoint AND key = :key",
        {{"user", request.user}, {"endpoint", request.endpoint}, {"key", request.key}},
        [](db::Row const& row) { return row.text("body"); });
}

void Replays::remember(Replayed const& request, std::string_view answer, Instant now) {
    if (request.key.empty()) return;
    db_.execute(R"(
        INSERT INTO request_replays (user_id, endpoint, key, status, body, created_at)
        VALUES (:user, :endpoint, :key, 200, :answer, :now)
        ON CONFLICT DO NOTHING
    )",
                {{"user", request.user},
                 {"endpoint", request.endpoint},
                 {"key", request.key},
                 {"answer", answer},
                 {"now", now}});
}

}  // namespace ssr::accounts
