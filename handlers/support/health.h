#pragma once

#include <chrono>

#include "base/clock.h"
#include "cache/redis.h"
#include "db/session.h"

namespace ssr::support {

/// How a part is; `unknown` where it cannot be asked, because another is down. In the order of what matters.
enum class Standing { ok, unknown, late, down };
std::string_view code(Standing standing);

/// The parts that everything else rests on.
struct Health {
    Standing database, sessions, background_work;

    /// Of all together: ok, late or down.
    Standing overall() const;
};

/// What is due is done within this, or it is late.
inline constexpr std::chrono::seconds kLateAfter = std::chrono::minutes{5};

/// One statement and one round trip; never throws because a part is away.
Health health(db::Session& db, cache::Redis& redis, Clock const& clock);

}  // namespace ssr::support
