#include "domain/works/book_shelf.h"

#include "domain/works/like.h"

namespace ssr::works {

namespace {

Book to_book(db::Row const& row) {
    return {.version_id = row.id<DatasetVersionId>("version_id"),
            .name = row.text("name"),
            .version = static_cast<int>(row.integer("version")),
            .schedule_year = row.text("schedule_year")};
}

}  // namespace

std::vector<BookOffer> BookShelf::offers() {
    return db_.list(R"(
        SELECT d.public_id, d.name, v.id AS version_id, v.version, v.schedule_year, v.row_count
          FROM datasets d
          JOIN dataset_versions v ON v.dataset_id = d.id AND v.is_published
         WHERE d.kind = 'rate_book' AND d.is_active
         ORDER BY d.name
    )",
                    {}, [](db::Row const& row) {
                        return BookOffer{row.public_id<PublicDatasetId>("public_id"), to_book(row),
                                         static_cast<int>(row.integer("row_count"))};
                    });
}

std::optional<BookShelf::Opened> BookShelf::open(PublicDatasetId const& book, Date day) {
    return db_.maybe_one(R"(
        SELECT d.name, v.id AS version_id, v.version, v.schedule_year, CAST(d.settings || v.settings AS text) AS settings
          FROM datasets d
          JOIN dataset_versions v ON v.dataset_id = d.id AND v.is_published
         WHERE d.public_id = CAST(:book AS uuid) AND d.kind = 'rate_book' AND d.is_active
    )",
                         {{"book", book}}, [&](db::Row const& row) {
                             return Opened{to_book(row), percentages_on(row.json("settings"), day)};
                         });
}

std::vector<Group> BookShelf::groups(DatasetVersionId version) {
    return db_.list(R"(
        SELECT r.group_name, count(*) AS items
          FROM dataset_versions v
          JOIN dataset_rows r ON r.version_id = v.content_version_id
          LEFT JOIN dataset_groups g ON g.version_id = r.version_id AND g.name = r.group_name
         WHERE v.id = :version
         GROUP BY r.group_name
         ORDER BY min(g.position) NULLS LAST, min(r.position)
    )",
                    {{"version", version}}, [](db::Row const& row) {
                        return Group{row.text("group_name"), static_cast<int>(row.integer("items"))};
                    });
}

std::vector<ShelfItem> BookShelf::items(Estimate const& estimate, std::string_view group) {
    return listed(estimate, group, "%");
}

std::vector<ShelfItem> BookShelf::search(Estimate const& estimate, std::string_view words) {
    return listed(estimate, "", like_pattern(words));
}

std::vector<ShelfItem> BookShelf::listed(Estimate const& estimate, std::string_view group,
                                         std::string const& pattern) {
    return db_.list(
        R"(
        SELECT r.code, r.name, r.group_name, r.unit, r.description,
               CASE :policy WHEN 'municipal original' THEN r.rate_municipal_original_paise
                            WHEN 'municipal repair' THEN r.rate_municipal_repair_paise
                            WHEN 'outside original' THEN r.rate_outside_original_paise
                            ELSE r.rate_outside_repair_paise END AS rate_paise
          FROM dataset_versions v
          JOIN dataset_rows r ON r.version_id = v.content_version_id
         WHERE v.id = :version AND (r.group_name = :group OR :group = '')
           AND (:pattern = '%' OR r.name || ' ' || r.code || ' ' || r.description ILIKE :pattern)
         ORDER BY r.position
         LIMIT CASE WHEN :group = '' THEN 60 ELSE 1000 END
    )",
        {{"version", estimate.book.version_id},
         {"policy", std::string{code(estimate.area)} + " " + std::string{code(estimate.work_type)}},
         {"group", group},
         {"pattern", pattern}},
        [](db::Row const& row) {
            return ShelfItem{.code = row.text("code"),
                             .name = row.text("name"),
                             .group = row.text("group_name"),
                             .unit = row.text("unit"),
                             .description = row.text("description"),
                             .rate = row.rate("rate_paise")};
        });
}

}  // namespace ssr::works
