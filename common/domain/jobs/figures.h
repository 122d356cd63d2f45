#pragma once

#include <chrono>
#include <string>

#include "base/clock.h"
#include "db/session.h"

namespace ssr::jobs {

/// How the queue stands.
struct Figures {
    std::int64_t queued = 0, running = 0, dead = 0;
    std::int64_t oldest_due_seconds = 0;  // how long the oldest due job or schedule has been waiting
    std::int64_t failed_messages = 0;
};

Figures figures(db::Session& db, Clock const& clock);
/// Figures::oldest_due_seconds alone: the one figure that a handler for everybody may read.
std::chrono::seconds oldest_due(db::Session& db, Clock const& clock);
/// In Prometheus's text format.
std::string as_metrics(Figures const& figures);

}  // namespace ssr::jobs
