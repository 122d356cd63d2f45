#include "domain/works/work_store.h"

#include "db/failure.h"
#include "domain/works/like.h"

namespace ssr::works {

namespace {

WorkPapers to_papers(db::Row const& row) {
    WorkPapers work{.id = row.public_id<PublicWorkId>("public_id"),
                    .name = row.text("name"),
                    .updated_at = row.instant("updated_at")};
    if (!row.is_null("estimate")) work.estimate = row.public_id<PublicEstimateId>("estimate");
    work.grand_total = row.maybe_money("grand_total_paise").value_or(Money{});
    work.workslips = static_cast<int>(row.integer("workslips"));
    work.bills = static_cast<int>(row.integer("bills"));
    return work;
}

WorkSummary to_summary(db::Row const& row) {
    return {to_papers(row), static_cast<int>(row.integer("items")), row.text_or_empty("book"),
            row.text_or_empty("schedule_year")};
}

// Of a work `w` with its estimate `e`.
constexpr std::string_view kPapers = R"(
    w.public_id, w.name, w.updated_at, CAST(e.public_id AS text) AS estimate, e.grand_total_paise,
    (SELECT count(*) FROM workslips s WHERE s.work_id = w.id) AS workslips,
    (SELECT count(*) FROM bills b WHERE b.work_id = w.id) AS bills
)";
constexpr std::string_view kSummary = R"(,
    (SELECT count(*) FROM estimate_items i WHERE i.estimate_id = e.id) AS items, d.name AS book, v.schedule_year
    FROM works w
    LEFT JOIN estimates e ON e.work_id = w.id
    LEFT JOIN dataset_versions v ON v.id = e.dataset_version_id
    LEFT JOIN datasets d ON d.id = v.dataset_id
)";

}  // namespace

WorkPage WorkStore::list(OrganizationId organization, std::string_view words, int page) {
    static std::string const sql =
        "SELECT count(*) OVER () AS total, " + std::string{kPapers} + std::string{kSummary} + R"(
        WHERE w.organization_id = :organization AND w.deleted_at IS NULL AND w.name ILIKE ALL (CAST(:patterns AS text[]))
        ORDER BY w.updated_at DESC, w.id DESC LIMIT :size OFFSET :offset)";
    WorkPage found;
    db_.each(sql,
             {{"organization", organization},
              {"patterns", like_patterns(words)},
              {"size", kPageSize},
              {"offset", (page - 1) * kPageSize}},
             [&](db::Row const& row) {
                 found.total = static_cast<int>(row.integer("total"));
                 found.works.push_back(to_summary(row));
             });
    return found;
}

std::vector<WorkPapers> WorkStore::recent(OrganizationId organization) {
    // The limit is written out: for a parameter Postgres would plan the statement anew each time.
    static std::string const sql = "SELECT " + std::string{kPapers} + R"(
          FROM works w LEFT JOIN estimates e ON e.work_id = w.id
         WHERE w.organization_id = :organization AND w.deleted_at IS NULL
         ORDER BY w.updated_at DESC, w.id DESC LIMIT 4)";
    return db_.list(sql, {{"organization", organization}}, to_papers);
}

std::optional<WorkSummary> WorkStore::find(OrganizationId organization, PublicWorkId const& id) {
    static std::string const sql = "SELECT " + std::string{kPapers} + std::string{kSummary} + R"(
        WHERE w.public_id = CAST(:id AS uuid) AND w.organization_id = :organization AND w.deleted_at IS NULL)";
    return db_.maybe_one(sql, {{"id", id}, {"organization", organization}}, to_summary);
}

std::optional<WorkId> WorkStore::insert(OrganizationId organization, UserId user, WorkName const& name,
                                        Instant at) {
    return db_.maybe_one(R"(
        INSERT INTO works (public_id, organization_id, user_id, name, created_at, updated_at)
        VALUES (:public_id, :organization, :user, :name, :at, :at)
        ON CONFLICT (organization_id, coalesce(folder_id, 0), lower(name)) WHERE deleted_at IS NULL DO NOTHING
        RETURNING id
    )",
                         {{"public_id", PublicWorkId::fresh()},
                          {"organization", organization},
                          {"user", user},
                          {"name", name.text()},
                          {"at", at}},
                         [](db::Row const& row) { return row.id<WorkId>("id"); });
}

WorkStore::Renamed WorkStore::rename(OrganizationId organization, PublicWorkId const& id,
                                     WorkName const& name, Instant at) try {
    auto const changed =
        db_.execute(R"(
        UPDATE works SET name = :name, updated_at = :at
         WHERE public_id = CAST(:id AS uuid) AND organization_id = :organization AND deleted_at IS NULL
    )",
                    {{"name", name.text()}, {"at", at}, {"id", id}, {"organization", organization}});
    return changed == 1 ? Renamed::done : Renamed::not_found;
} catch (db::Failure const& failure) {
    if (failure.violates("works_name_once")) return Renamed::name_taken;
    throw;
}

bool WorkStore::mark_deleted(OrganizationId organization, PublicWorkId const& id, Instant at) {
    return db_.execute(R"(
        UPDATE works SET deleted_at = :at
         WHERE public_id = CAST(:id AS uuid) AND organization_id = :organization AND deleted_at IS NULL
    )",
                       {{"at", at}, {"id", id}, {"organization", organization}}) == 1;
}

WorkStore::Restored WorkStore::restore(OrganizationId organization, PublicWorkId const& id) try {
    auto const changed = db_.execute(R"(
        UPDATE works SET deleted_at = NULL
         WHERE public_id = CAST(:id AS uuid) AND organization_id = :organization AND deleted_at IS NOT NULL
    )",
                                     {{"id", id}, {"organization", organization}});
    return changed == 1 ? Restored::done : Restored::not_found;
} catch (db::Failure const& failure) {
    if (failure.violates("works_name_once")) return Restored::name_taken;
    throw;
}

}  // namespace ssr::works
