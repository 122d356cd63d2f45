#include "domain/jobs/figures.h"

namespace ssr::jobs {

namespace {

// In seconds, of :now; 0 where nothing is due. Schedules count: where no worker lives, nobody makes jobs of
// them.
constexpr std::string_view kOldestDue = R"(
    greatest(0, extract(epoch FROM cast(:now AS timestamptz) -
                                   least((SELECT min(run_at) FROM jobs WHERE status = 'queued'),
                                         (SELECT min(next_run_at) FROM job_schedules))))::bigint AS oldest)";

}  // namespace

Figures figures(db::Session& db, Clock const& clock) {
    // Each count reads its own partial index; the done jobs, which are nearly all, are not looked at.
    static std::string const sql = R"(
        SELECT (SELECT count(*) FROM jobs WHERE status = 'queued') AS queued,
               (SELECT count(*) FROM jobs WHERE status = 'running') AS running,
               (SELECT count(*) FROM jobs WHERE status = 'dead') AS dead,
               (SELECT count(*) FROM outbox_messages WHERE status = 'failed') AS failed_messages,)" +
                                   std::string{kOldestDue};
    return db.one(sql, {{"now", clock.now()}}, [](db::Row const& row) {
        return Figures{.queued = row.integer("queued"),
                       .running = row.integer("running"),
                       .dead = row.integer("dead"),
                       .oldest_due_seconds = row.integer("oldest"),
                       .failed_messages = row.integer("failed_messages")};
    });
}

std::chrono::seconds oldest_due(db::Session& db, Clock const& clock) {
    static std::string const sql = "SELECT" + std::string{kOldestDue};
    return db.one(sql, {{"now", clock.now()}},
                  [](db::Row const& row) { return std::chrono::seconds{row.integer("oldest")}; });
}

std::string as_metrics(Figures const& figures) {
    auto const gauge = [](std::string const& name, std::string const& help, std::int64_t value) {
        return "# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n" + name + " " +
               std::to_string(value) + "\n";
    };
    return gauge("ssr_jobs_queued", "Jobs that wait.", figures.queued) +
           gauge("ssr_jobs_running", "Jobs in hand.", figures.running) +
           gauge("ssr_jobs_dead", "Jobs whose tries are over.", figures.dead) +
           gauge("ssr_job_oldest_due_seconds", "How long the oldest due job or schedule has waited.",
                 figures.oldest_due_seconds) +
           gauge("ssr_messages_failed", "Mails and texts that were not sent.", figures.failed_messages);
}

}  // namespace ssr::jobs
