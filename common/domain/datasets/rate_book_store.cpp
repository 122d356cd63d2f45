#include "domain/datasets/rate_book_store.h"

namespace ssr::datasets {

namespace {

std::string const kItemColumns =
    "version_id, position, code, name, variant_of, description, unit, unit_singular, prefix, source_ref, "
    "group_name, flags, rate_paise, rate_municipal_original_paise, rate_municipal_repair_paise, "
    "rate_outside_original_paise, rate_outside_repair_paise";

HeldBook to_held_book(db::Row const& row) {
    HeldBook book{.id = row.id<DatasetId>("id"),
                  .public_id = row.public_id<PublicId<DatasetTag>>("public_id"),
                  .slug = row.text("slug"),
                  .name = row.text("name")};
    if (auto const version = row.maybe_integer("current_version"))
        book.current_version = static_cast<int>(*version);
    return book;
}

StoredVersion to_stored_version(db::Row const& row) {
    return {.id = row.id<DatasetVersionId>("id"),
            .content = row.id<DatasetVersionId>("content_version_id"),
            .version = static_cast<int>(row.integer("version")),
            .items = static_cast<int>(row.integer("row_count")),
            .source_sha256 = row.text("source_sha256"),
            .is_published = row.flag("is_published")};
}

std::string flags_of(BookItem const& item) {
    Json::Array flags;
    for (auto const flag : item.flags) flags.push_back(code(flag));
    return Json{flags}.dump();
}

std::string item_line(DatasetVersionId version, std::int64_t position, BookItem const& item) {
    std::string line = std::to_string(version.value()) + "\t" + std::to_string(position);
    auto const add = [&](std::string_view text) { line += "\t" + db::copy_text(text); };
    add(item.code);
    add(item.name);
    line += item.variant_of.empty() ? "\t\\N" : "\t" + db::copy_text(item.variant_of);
    for (auto const* const text :
         {&item.description, &item.unit, &item.unit_singular, &item.prefix, &item.source_ref, &item.group})
        add(*text);
    add(flags_of(item));
    auto const& rates = item.rates;
    for (auto const rate : {rates.municipal_repair, rates.municipal_original, rates.municipal_repair,
                            rates.outside_original, rates.outside_repair})
        line += "\t" + std::to_string(rate.paise());
    return line + "\n";
}

std::string analysis_line(std::int64_t row, std::size_t seq, AnalysisBook::Line const& line) {
    return std::to_string(row) + "\t" + std::to_string(seq) + "\t" + std::string{code(line.kind)} + "\t" +
           std::to_string(line.row) + "\t" + db::copy_text(to_json(line.cells).dump()) + "\n";
}

}  // namespace

PolicyPercentages RateBookStore::percentages(std::string_view slug) {
    auto const found =
        db_.maybe_one("SELECT CAST(settings AS text) AS settings FROM datasets WHERE slug = :slug",
                      {{"slug", slug}}, [](db::Row const& row) { return row.json("settings"); });
    return policy_percentages_from(found ? (*found)["policy"] : Json{});
}

std::optional<HeldBook> RateBookStore::hold(std::string_view slug) {
    return db_.maybe_one(
        "SELECT id, public_id, slug, name, current_version FROM datasets WHERE slug = :slug AND kind = "
        "'rate_book' "
        "FOR UPDATE",
        {{"slug", slug}}, to_held_book);
}

HeldBook RateBookStore::hold_or_insert(std::string_view slug, std::string_view name, Instant at) {
    db_.execute(R"(
        INSERT INTO dataset_categories (public_id, name, slug) VALUES (uuid_v7(), 'Rate books', 'rate-books')
        ON CONFLICT (slug) DO NOTHING
    )");
    db_.execute(R"(
        INSERT INTO datasets (public_id, category_id, name, slug, created_at)
        SELECT uuid_v7(), c.id, :name, :slug, :at FROM dataset_categories c WHERE c.slug = 'rate-books'
        ON CONFLICT (slug) DO NOTHING
    )",
                {{"name", name}, {"slug", slug}, {"at", at}});
    return hold(slug).value();  // a slug of another kind of dataset is nobody's rate book
}

std::vector<StoredVersion> RateBookStore::versions(DatasetId book) {
    return db_.list(R"(
        SELECT id, content_version_id, version, row_count, source_sha256, is_published
          FROM dataset_versions WHERE dataset_id = :book ORDER BY version DESC
    )",
                    {{"book", book}}, to_stored_version);
}

StoredVersion RateBookStore::insert(HeldBook const& book, RateBook const& content,
                                    VersionDetails const& details, Findings const& findings, Instant at) {
    auto const job = insert_import_job(book, content, details, findings, at);
    // Its own number stands in it twice: it shows its own items.
    auto const version = db_.one(R"(
        WITH own AS (SELECT nextval('dataset_versions_id_seq') AS id)
        INSERT INTO dataset_versions (id, public_id, dataset_id, version, content_version_id, row_count, schedule_year,
                                      settings, source_sha256, import_job_id, created_at)
        OVERRIDING SYSTEM VALUE
        SELECT own.id, uuid_v7(), :book, :version, own.id, :items, :year, CAST(:settings AS jsonb), :sha256, :job, :at
          FROM own
        RETURNING id, content_version_id, version, row_count, source_sha256, is_published
    )",
                                 {{"book", book.id},
                                  {"version", details.version},
                                  {"items", static_cast<std::int64_t>(content.items.size())},
                                  {"year", details.schedule_year},
                                  {"settings", Json{Json::Object{{"policy", to_json(content.percentages)}}}},
                                  {"sha256", details.source_sha256},
                                  {"job", job},
                                  {"at", at}},
                                 to_stored_version);
    insert_groups(version.id, content);
    if (insert_items(book, version.id, content, details.base)) copy_analyses(version.id, content);
    return version;
}

std::int64_t RateBookStore::insert_import_job(HeldBook const& book, RateBook const& content,
                                              VersionDetails const& details, Findings const& findings,
                                              Instant at) {
    return db_.one(R"(
        INSERT INTO dataset_import_jobs (public_id, dataset_id, file_name, status, total_rows, valid_rows, errors_json,
                                         initiated_by, created_at, completed_at)
        VALUES (uuid_v7(), :book, :file, 'stored', :items, :items, CAST(:findings AS jsonb), :by, :at, :at)
        RETURNING id
    )",
                   {{"book", book.id},
                    {"file", details.file_name},
                    {"items", static_cast<std::int64_t>(content.items.size())},
                    {"findings", to_json(findings)},
                    {"by", details.by},
                    {"at", at}},
                   [](db::Row const& row) { return row.integer("id"); });
}

void RateBookStore::insert_groups(DatasetVersionId version, RateBook const& content) {
    db_.execute(R"(
        INSERT INTO dataset_groups (version_id, position, name)
        SELECT :version, n.position, n.name FROM unnest(CAST(:names AS text[])) WITH ORDINALITY AS n (name, position)
    )",
                {{"version", version}, {"names", db::array_of(content.groups)}});
}

/// Whether any of them has an analysis.
bool RateBookStore::insert_items(HeldBook const& book, DatasetVersionId version, RateBook const& content,
                                 std::optional<DatasetVersionId> base) {
    if (!base || content.has_own_codes) return copy_items("dataset_rows", version, content);
    db_.execute("CREATE TEMPORARY TABLE incoming_rows ON COMMIT DROP AS SELECT " + kItemColumns +
                " FROM dataset_rows WITH NO DATA");
    auto const has_analyses = copy_items("incoming_rows", version, content);
    insert_with_kept_codes(book, *base);
    return has_analyses;
}

bool RateBookStore::copy_items(std::string const& table, DatasetVersionId version, RateBook const& content) {
    std::int64_t position = 0;
    bool has_analyses = false;
    db_.copy("COPY " + table + " (" + kItemColumns + ") FROM STDIN", [&](db::Session::Put const& put) {
        content.items.each([&](BookItem const& item) {
            put(item_line(version, ++position, item));
            has_analyses = has_analyses || !item.analysis.is_empty();
        });
    });
    return has_analyses;
}

void RateBookStore::copy_analyses(DatasetVersionId version, RateBook const& content) {
    auto const rows = db_.list("SELECT id FROM dataset_rows WHERE version_id = :version ORDER BY position",
                               {{"version", version}}, [](db::Row const& row) { return row.integer("id"); });
    db_.copy("COPY dataset_analysis_lines (row_id, seq, kind, source_row, cells) FROM STDIN",
             [&](db::Session::Put const& put) {
                 auto row = rows.begin();
                 content.items.each([&](BookItem const& item) {
                     std::size_t seq = 0;
                     for (auto const& line : item.analysis.lines) put(analysis_line(*row, ++seq, line));
                     ++row;
                 });
             });
}

void RateBookStore::insert_with_kept_codes(HeldBook const& book, DatasetVersionId base) {
    // Pairs by a key that stands once on each side: a reference like SD-NA, which many items share, tells
    // nothing, however few of them are left. Names are stored in one line, so that only capitals are left of
    // name_key().
    db_.execute(
        R"(
        WITH items AS (
            SELECT position, code, is_new, lower(name COLLATE "C") AS name, lower(source_ref COLLATE "C") AS reference
              FROM (SELECT position, code, true AS is_new, name, source_ref FROM incoming_rows
                    UNION ALL
                    SELECT position, code, false, name, source_ref FROM dataset_rows WHERE version_id = :base) AS both_books
        ), named AS (
            SELECT *, CASE WHEN count(*) OVER same = 2 AND count(*) FILTER (WHERE is_new) OVER same = 1
                           THEN max(code) FILTER (WHERE NOT is_new) OVER same END AS kept
              FROM items WINDOW same AS (PARTITION BY name)
        ), referred AS (
            SELECT position, is_new, coalesce(kept,
                   CASE WHEN reference <> '' AND count(*) OVER same = 2 AND count(*) FILTER (WHERE is_new) OVER same = 1
                        THEN max(code) FILTER (WHERE NOT is_new AND kept IS NULL) OVER same END) AS kept
              FROM named WINDOW same AS (PARTITION BY reference)
        ), numbered AS (
            SELECT position, kept, CAST(row_number() OVER (PARTITION BY kept IS NULL ORDER BY position) +
                   (SELECT coalesce(max(CAST(substr(r.code, length(:prefix) + 2) AS integer)), 0)
                      FROM dataset_rows r JOIN dataset_versions v ON v.id = r.version_id
                     WHERE v.dataset_id = :book AND r.code ~ ('^' || :prefix || '-[0-9]{1,9}$')) AS text) AS number
              FROM referred WHERE is_new
        )
        INSERT INTO dataset_rows (
    )" + kItemColumns +
            R"(
        )
        SELECT i.version_id, i.position, coalesce(n.kept, :prefix || '-' || lpad(n.number, greatest(3, length(n.number)), '0')),
               i.name, i.variant_of, i.description, i.unit, i.unit_singular, i.prefix, i.source_ref, i.group_name, i.flags,
               i.rate_paise, i.rate_municipal_original_paise, i.rate_municipal_repair_paise,
               i.rate_outside_original_paise, i.rate_outside_repair_paise
          FROM incoming_rows i JOIN numbered n ON n.position = i.position
    )",
        {{"base", base}, {"book", book.id}, {"prefix", code_prefix_of(book.slug)}});
}

BookChange RateBookStore::change(DatasetVersionId version, DatasetVersionId base) {
    return db_.one(R"(
        SELECT count(o.code) AS before, count(n.code) AS now, count(*) FILTER (WHERE o.code IS NULL) AS added,
               count(*) FILTER (WHERE n.code IS NULL) AS removed,
               count(*) FILTER (WHERE (o.rate_municipal_original_paise, o.rate_municipal_repair_paise,
                                       o.rate_outside_original_paise, o.rate_outside_repair_paise)
                                   <> (n.rate_municipal_original_paise, n.rate_municipal_repair_paise,
                                       n.rate_outside_original_paise, n.rate_outside_repair_paise)) AS repriced
          FROM (SELECT * FROM dataset_rows WHERE version_id = :base) o
          FULL JOIN (SELECT * FROM dataset_rows WHERE version_id = :version) n ON n.code = o.code
    )",
                   {{"version", version}, {"base", base}}, [](db::Row const& row) {
                       auto const number = [&](char const* column) {
                           return static_cast<int>(row.integer(column));
                       };
                       return BookChange{.before = number("before"),
                                         .now = number("now"),
                                         .added = number("added"),
                                         .removed = number("removed"),
                                         .repriced = number("repriced")};
                   });
}

StoredVersion RateBookStore::insert_restored(HeldBook const& book, StoredVersion const& old, int version,
                                             Instant at) {
    return db_.one(R"(
        INSERT INTO dataset_versions (public_id, dataset_id, version, content_version_id, row_count, schedule_year,
                                      effective_from, settings, source_sha256, source_blob_id, changelog, created_at)
        SELECT uuid_v7(), :book, :version, o.content_version_id, o.row_count, o.schedule_year, o.effective_from,
               o.settings, o.source_sha256, o.source_blob_id, 'Version ' || o.version || ' restored', :at
          FROM dataset_versions o WHERE o.id = :old
        RETURNING id, content_version_id, version, row_count, source_sha256, is_published
    )",
                   {{"book", book.id}, {"version", version}, {"old", old.id}, {"at", at}}, to_stored_version);
}

void RateBookStore::publish(HeldBook const& book, StoredVersion const& version, std::optional<UserId> by,
                            Instant at) {
    // The old one first: dataset_versions_one_published allows no two, not even for a moment.
    db_.execute("UPDATE dataset_versions SET is_published = false WHERE dataset_id = :book AND is_published",
                {{"book", book.id}});
    db_.execute(
        "UPDATE dataset_versions SET is_published = true, published_at = :at, published_by = :by WHERE id = "
        ":id",
        {{"at", at}, {"by", by}, {"id", version.id}});
    db_.execute("UPDATE datasets SET current_version = :version, row_count = :items WHERE id = :book",
                {{"version", version.version}, {"items", version.items}, {"book", book.id}});
}

}  // namespace ssr::datasets
