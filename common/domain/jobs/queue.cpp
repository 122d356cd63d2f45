#include "domain/jobs/queue.h"

namespace ssr::jobs {

std::optional<JobId> Queue::enqueue(NewJob const& job) {
    return db_.maybe_one(R"(
        INSERT INTO jobs (public_id, kind, payload, dedupe_key, run_at, max_attempts, user_id, created_at)
        VALUES (:public_id, :kind, :payload, :key, :run_at, :most, :user, :now)
        ON CONFLICT ON CONSTRAINT jobs_one_per_key DO NOTHING
        RETURNING id
    )",
                         {{"public_id", new_public_id()},
                          {"kind", job.kind},
                          {"payload", job.payload},
                          {"key", job.dedupe_key},
                          {"run_at", job.run_at.value_or(clock_.now())},
                          {"most", job.max_attempts},
                          {"user", job.user},
                          {"now", clock_.now()}},
                         [](db::Row const& row) { return row.id<JobId>("id"); });
}

}  // namespace ssr::jobs
