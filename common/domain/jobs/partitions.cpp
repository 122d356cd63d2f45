#include "domain/jobs/partitions.h"

namespace ssr::jobs {

int make_month_partitions(db::Session& db, Clock const& clock) {
    return db.one("SELECT make_month_partitions(:now) AS made", {{"now", clock.now()}},
                  [](db::Row const& row) { return int(row.integer("made")); });
}

}  // namespace ssr::jobs
