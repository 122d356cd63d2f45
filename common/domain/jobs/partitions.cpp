#include "domain/jobs/partitions.h"

namespace ssr::jobs {

int make_month_partitions(db::Session& db, Clock const& clock) {
    int made = 0;
    for (int fresh = 1; fresh > 0; made += fresh)
        fresh = db.one("SELECT make_month_partitions(:now) AS made", {{"now", clock.now()}},
                       [](db::Row const& row) { return int(row.integer("made")); });
    return made;
}

}  // namespace ssr::jobs
