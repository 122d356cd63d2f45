#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.h"
#include "db/session.h"

namespace ssr::subscriptions {

/// Pure: which reminder is due between `starts_at` and `ends_at`: the days before the end, 7, 3 or 1, that
/// were reached last. None for a stretch that is not longer than that, nor after the end.
std::optional<int> reminder_due(Instant starts_at, Instant ends_at, Instant now);

/// The schedule subscriptions.remind: a message before the end of each subscription that is not cancelled,
/// and one when its days of grace begin; none where a mandate renews it, whose charges are announced. Each is
/// written once, however often this runs. Returns how many.
int remind(db::Session& db, Clock const& clock, std::string const& secret_key);

}  // namespace ssr::subscriptions
