#include "domain/jobs/runner.h"

#include "db/failure.h"
#include "db/transaction.h"

namespace ssr::jobs {

namespace {

struct LeaseLost : Fault {
    LeaseLost() : Fault{"the lease of the job was lost", true} {}
};

Job to_job(db::Row const& row) {
    return {.id = row.id<JobId>("id"),
            .kind = row.text("kind"),
            .payload = row.json("payload"),
            .attempt = int(row.integer("attempts")),
            .max_attempts = int(row.integer("max_attempts")),
            .token = row.integer("lease_token")};
}

}  // namespace

std::chrono::seconds pause_after(int attempt) {
    return std::chrono::seconds{std::min(std::int64_t{3600}, std::int64_t{1} << std::min(attempt, 12))};
}

std::optional<Job> Runner::take() {
    // Due by the business clock; leased by the database's own, which no test moves.
    return db_.maybe_one(R"(
        UPDATE jobs
           SET status = 'running', attempts = attempts + 1, lease_token = lease_token + 1, heartbeat_at = clock_timestamp(),
               locked_until = clock_timestamp() + make_interval(secs => cast(:lease AS double precision))
         WHERE id = (SELECT id FROM jobs
                      WHERE (status = 'queued' AND run_at <= :now) OR (status = 'running' AND locked_until < clock_timestamp())
                      ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, payload, attempts, max_attempts, lease_token
    )",
                         {{"lease", limits_.lease.count()}, {"now", clock_.now()}}, to_job);
}

void Runner::finish(Job const& job) {
    auto const marked = db_.execute(R"(
        UPDATE jobs SET status = 'done', finished_at = :now, locked_until = NULL, last_error = NULL
         WHERE id = :id AND status = 'running' AND lease_token = :token
    )",
                                    {{"now", clock_.now()}, {"id", job.id}, {"token", job.token}});
    if (marked != 1) throw LeaseLost{};
}

void Runner::give_back(Job const& job, std::string const& why) {
    bool const is_dead = job.attempt >= job.max_attempts;
    db_.execute(R"(
        UPDATE jobs SET status = :status, run_at = :run_at, locked_until = NULL, last_error = :why, finished_at = :ended
         WHERE id = :id AND status = 'running' AND lease_token = :token
    )",
                {{"status", is_dead ? "dead" : "queued"},
                 {"run_at", clock_.now() + pause_after(job.attempt)},
                 {"why", why},
                 {"ended", is_dead ? std::optional{clock_.now()} : std::nullopt},
                 {"id", job.id},
                 {"token", job.token}});
}

// Nothing where its commit had been reached after all.
void Runner::give_back_cut_off() {
    if (!cut_off_) return;
    give_back(*cut_off_, "the connection to the database was lost");
    cut_off_.reset();
}

void Runner::perform(Work const& work, Job const& job) {
    if (!work.in_transaction) {
        work.run(job);
        return finish(job);
    }
    db::Transaction transaction{db_};
    work.run(job);
    finish(job);
    transaction.commit();
}

bool Runner::run_one() {
    give_back_cut_off();
    auto const job = take();
    if (!job) return false;
    try {
        auto const work = table_.find(job->kind);
        if (work == table_.end()) throw Fault{"nobody here does jobs of the kind " + job->kind, false};
        perform(work->second, *job);
    } catch (db::Failure const& failure) {
        if (failure.kind() == db::Failure::Kind::connection_lost) {
            cut_off_ = job;
            throw;  // given back by the next connection; the lease ends by itself if there is none
        }
        give_back(*job, failure.what());
    } catch (std::exception const& fault) {
        give_back(*job, fault.what());
    }
    return true;
}

// One that waits longer than its own pause was planned before the clock was set back.
void Runner::wake_schedules() {
    db_.execute(R"(
        WITH due AS (
            SELECT name FROM job_schedules
             WHERE next_run_at <= :now OR next_run_at > cast(:now AS timestamptz) + make_interval(secs => every_seconds)
               FOR UPDATE SKIP LOCKED
        ), woken AS (
            UPDATE job_schedules s SET next_run_at = cast(:now AS timestamptz) + make_interval(secs => s.every_seconds)
              FROM due WHERE s.name = due.name
            RETURNING s.kind, s.payload
        )
        INSERT INTO jobs (public_id, kind, payload, run_at, max_attempts, created_at)
        SELECT uuid_v7(), kind, payload, :now, 3, :now FROM woken
    )",
                {{"now", clock_.now()}});
}

int Runner::run_due() {
    int ran = 0;
    for (wake_schedules(); run_one(); ++ran) {
    }
    return ran;
}

}  // namespace ssr::jobs
