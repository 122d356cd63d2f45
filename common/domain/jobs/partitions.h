#pragma once

#include "base/clock.h"
#include "db/session.h"

namespace ssr::jobs {

/// Gives the tables that grow for ever (`usage_logs`, `audit_logs`) a partition each for this month and the
/// two after it. Returns how many it made; a second call makes none. Each is made in a transaction of its
/// own, unless the caller has one, so that nobody who reads both tables is in its way; throws where somebody
/// reads one for long.
int make_month_partitions(db::Session& db, Clock const& clock);

}  // namespace ssr::jobs
