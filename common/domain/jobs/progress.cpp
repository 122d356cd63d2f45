#include "domain/jobs/progress.h"

namespace ssr::jobs {

void Progress::tell(std::int64_t done, std::int64_t total, Limits const& limits) {
    beside_.execute(R"(
        UPDATE jobs
           SET progress = :done, progress_total = :total, heartbeat_at = clock_timestamp(),
               locked_until = clock_timestamp() + make_interval(secs => cast(:lease AS double precision))
         WHERE id = :id AND status = 'running' AND lease_token = :token
    )",
                    {{"done", done},
                     {"total", total},
                     {"lease", limits.lease.count()},
                     {"id", job_.id},
                     {"token", job_.token}});
}

}  // namespace ssr::jobs
