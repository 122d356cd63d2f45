#include "domain/privacy/data_exports.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/jobs/queue.h"

namespace ssr::privacy {

namespace {

constexpr std::chrono::seconds kDay = std::chrono::hours{24};

// One whose job died, or was cleared away, has failed, though nobody was left to write it down.
constexpr std::string_view kColumns = R"(
    SELECT e.public_id, e.size_bytes, e.created_at, e.expires_at, coalesce(j.progress, 0) AS progress, j.progress_total, b.sha256,
           CASE WHEN e.status = 'running' AND coalesce(j.status, 'dead') = 'dead' THEN 'failed' ELSE e.status END AS status
      FROM data_exports e LEFT JOIN jobs j ON j.id = e.job_id LEFT JOIN blobs b ON b.id = e.blob_id)";

ExportState state_of(std::string const& status) {
    if (status == "running") return ExportState::running;
    if (status == "ready") return ExportState::ready;
    return status == "failed" ? ExportState::failed : ExportState::over;
}

DataExport to_export(db::Row const& row) {
    return {.id = row.public_id<PublicExportId>("public_id"),
            .state = state_of(row.text("status")),
            .done = row.integer("progress"),
            .total = row.maybe_integer("progress_total").value_or(0),
            .size_bytes = row.integer("size_bytes"),
            .created_at = row.instant("created_at"),
            .expires_at = row.maybe_instant("expires_at"),
            .sha256 = row.text_or_empty("sha256")};
}

}  // namespace

std::optional<DataExport> DataExports::find(UserId user, PublicExportId const& id) {
    static std::string const sql = std::string{kColumns} + " WHERE e.user_id = :user AND e.public_id = :id";
    return db_.maybe_one(sql, {{"user", user}, {"id", id}}, to_export);
}

std::optional<DataExport> DataExports::newest(UserId user) {
    static std::string const sql =
        std::string{kColumns} + " WHERE e.user_id = :user ORDER BY e.id DESC LIMIT 1";
    return db_.maybe_one(sql, {{"user", user}}, to_export);
}

std::optional<PublicExportId> DataExports::running(UserId user) {
    return db_.maybe_one("SELECT public_id FROM data_exports WHERE user_id = :user AND status = 'running'",
                         {{"user", user}},
                         [](db::Row const& row) { return row.public_id<PublicExportId>("public_id"); });
}

std::optional<std::chrono::seconds> DataExports::wait_of(UserId user) {
    auto const first =
        db_.maybe_one(R"(
        SELECT created_at FROM data_exports WHERE user_id = :user AND created_at > :day_ago
         ORDER BY created_at DESC OFFSET :most - 1 LIMIT 1)",
                      {{"user", user}, {"day_ago", clock_.now() - kDay}, {"most", limits_.per_day}},
                      [](db::Row const& row) { return row.instant("created_at"); });
    if (!first) return std::nullopt;
    return *first + kDay - clock_.now();
}

std::optional<PublicExportId> DataExports::begin(UserId user) {
    db_.execute(R"(
        UPDATE data_exports e SET status = 'failed', finished_at = :now
         WHERE e.user_id = :user AND e.status = 'running'
           AND NOT EXISTS (SELECT FROM jobs j WHERE j.id = e.job_id AND j.status <> 'dead'))",
                {{"now", clock_.now()}, {"user", user}});
    auto const id = PublicExportId::fresh();
    auto const job = jobs::Queue{db_, clock_}.enqueue({.kind = "account.export",
                                                       .payload = Json::Object{{"export", id.text()}},
                                                       .dedupe_key = "account.export:" + id.text(),
                                                       .user = user,
                                                       .max_attempts = 5});
    auto const made = db_.execute(R"(
        INSERT INTO data_exports (public_id, user_id, job_id, created_at) VALUES (:id, :user, :job, :now)
        ON CONFLICT (user_id) WHERE status = 'running' DO NOTHING)",
                                  {{"id", id}, {"user", user}, {"job", job}, {"now", clock_.now()}});
    if (made == 0) return std::nullopt;
    return id;
}

Result<PublicExportId, ExportRefused> DataExports::ask(UserId user, std::string const& ip_address) {
    {
        db::Transaction transaction{db_};
        auto const wait = wait_of(user);
        auto const begun = wait ? std::nullopt : begin(user);
        if (begun) {
            audit::AuditLog{db_}.record({.user = user,
                                         .action = "data_export.asked",
                                         .model_name = "data_exports",
                                         .object_id = begun->text(),
                                         .changes = {},
                                         .ip_address = ip_address},
                                        clock_.now());
            transaction.commit();
            return *begun;
        }
        if (wait && !running(user)) return Err{ExportRefused{*wait}};
    }
    auto const other = running(user);
    if (!other) return Err{ExportRefused{std::chrono::seconds{1}}};  // it ended at this very moment
    return *other;
}

}  // namespace ssr::privacy
