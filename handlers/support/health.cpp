#include "support/health.h"

#include "db/failure.h"
#include "domain/jobs/figures.h"

namespace ssr::support {

std::string_view code(Standing standing) {
    switch (standing) {
        case Standing::ok: return "ok";
        case Standing::unknown: return "unknown";
        case Standing::late: return "late";
        case Standing::down: return "down";
    }
    return "unknown";
}

Standing Health::overall() const { return std::max({database, sessions, background_work}); }

Health health(db::Session& db, cache::Redis& redis, Clock const& clock) {
    Health found{.database = Standing::ok,
                 .sessions = redis.is_ready() ? Standing::ok : Standing::down,
                 .background_work = Standing::ok};
    try {
        if (jobs::oldest_due(db, clock) > kLateAfter) found.background_work = Standing::late;
    } catch (db::Failure const& failure) {
        if (!failure.is_temporary()) throw;
        found.database = Standing::down;
        found.background_work = Standing::unknown;
    }
    return found;
}

}  // namespace ssr::support
