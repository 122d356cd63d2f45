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

constexpr std::size_t kMostFound = 60;

std::vector<ShelfItem> to_items(Json const& found) {
    std::vector<ShelfItem> items;
    for (auto const& item : *found.array())
        items.push_back({.code = *item["code"].text(),
                         .name = *item["name"].text(),
                         .variant_of = *item["variant_of"].text(),
                         .unit = *item["unit"].text(),
                         .description = *item["description"].text(),
                         .rate = Rate::from_paise(*item["rate"].integer())});
    return items;
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

Shelf BookShelf::shelf(Estimate const& estimate, std::string_view group, std::string_view words) {
    Shelf shelf;
    db_.each(R"(
        WITH rows AS (
            SELECT r.*, g.position AS group_position,
                   CASE :policy WHEN 'municipal original' THEN r.rate_municipal_original_paise
                                WHEN 'municipal repair' THEN r.rate_municipal_repair_paise
                                WHEN 'outside original' THEN r.rate_outside_original_paise
                                ELSE r.rate_outside_repair_paise END AS rate
              FROM dataset_versions v
              JOIN dataset_rows r ON r.version_id = v.content_version_id
              LEFT JOIN dataset_groups g ON g.version_id = r.version_id AND g.name = r.group_name
             WHERE v.id = :version
        ), groups AS (
            SELECT group_name, count(*) AS items,
                   row_number() OVER (ORDER BY min(group_position) NULLS LAST, min(position)) AS place
              FROM rows GROUP BY group_name
        ), chosen AS (
            SELECT group_name FROM groups
             WHERE NOT :looks_for ORDER BY group_name = :group DESC, place LIMIT 1
        ), found AS (
            SELECT r.*, row_number() OVER (ORDER BY r.position) AS place FROM rows r
             WHERE CASE WHEN :looks_for
                        THEN r.name || ' ' || r.code || ' ' || r.description ILIKE ALL (CAST(:patterns AS text[]))
                        ELSE r.group_name = (SELECT group_name FROM chosen) END
             ORDER BY r.position LIMIT CASE WHEN :looks_for THEN 61 ELSE 2000 END
        )
        SELECT g.group_name, g.items, g.group_name = (SELECT group_name FROM chosen) AS is_chosen,
               CASE WHEN g.place = 1 THEN CAST((SELECT json_agg(json_build_object('code', f.code, 'name', f.name,
                   'variant_of', coalesce(f.variant_of, ''), 'unit', f.unit, 'description', left(f.description, 400),
                   'rate', f.rate) ORDER BY f.place) FROM found f) AS text) END AS found
          FROM groups g ORDER BY g.place
    )",
             {{"version", estimate.book.version_id},
              {"policy", std::string{code(estimate.area)} + " " + std::string{code(estimate.work_type)}},
              {"group", group},
              {"looks_for", !words.empty()},
              {"patterns", like_patterns(words)}},
             [&](db::Row const& row) {
                 shelf.groups.push_back({row.text("group_name"), static_cast<int>(row.integer("items"))});
                 if (!row.is_null("is_chosen") && row.flag("is_chosen")) shelf.group = row.text("group_name");
                 if (!row.is_null("found")) shelf.items = to_items(row.json("found"));
             });
    if (!words.empty() && shelf.items.size() > kMostFound) {
        shelf.items.resize(kMostFound);
        shelf.has_more = true;
    }
    return shelf;
}

}  // namespace ssr::works
