#pragma once

#include "base/clock.h"
#include "db/session.h"

namespace ssr::jobs {

/// Gives the tables that grow for ever (`usage_logs`, `audit_logs`) a partition each for this month and the
/// two after it. Returns how many it made; a second call makes none.
int make_month_partitions(db::Session& db, Clock const& clock);

}  // namespace ssr::jobs
