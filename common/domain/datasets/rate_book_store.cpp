#include "domain/datasets/rate_book_store.h"

#include <unordered_map>

namespace ssr::datasets {

namespace {

constexpr std::size_t kChunkBytes = 64 * 1024;

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

KnownItem to_known_item(db::Row const& row) {
    KnownItem item{.code = row.text("code"), .name = row.text("name"), .source_ref = row.text("source_ref")};
    for (auto const policy : kPolicies)
        item.rates.of(policy) = row.rate("rate_" + std::string{code(policy)} + "_paise");
    return item;
}

std::string flags_of(BookItem const& item) {
    Json::Array flags;
    for (auto const flag : item.flags) flags.push_back(code(flag));
    return Json{flags}.dump();
}

// The columns of dataset_rows, for unnest().
struct Columns {
    std::vector<std::string> code, name, variant_of, description, unit, unit_singular, prefix, source_ref,
        group, flags;
    std::map<Policy, std::vector<std::int64_t>> rates;

    explicit Columns(RateBook const& content) {
        for (auto const& item : content.items) {
            code.push_back(item.code);
            name.push_back(item.name);
            variant_of.push_back(item.variant_of);
            description.push_back(item.description);
            unit.push_back(item.unit);
            unit_singular.push_back(item.unit_singular);
            prefix.push_back(item.prefix);
            source_ref.push_back(item.source_ref);
            group.push_back(item.group);
            flags.push_back(flags_of(item));
            for (auto const policy : kPolicies) rates[policy].push_back(item.rates.of(policy).paise());
        }
    }
};

/// A line of COPY's text format; JSON has escaped tabs and line ends, so only the backslash is left.
void append_line(std::string& out, std::int64_t row, std::size_t seq, AnalysisBook::Line const& line) {
    out += std::to_string(row) + "\t" + std::to_string(seq) + "\t" + std::string{code(line.kind)} + "\t" +
           std::to_string(line.row) + "\t";
    for (auto const c : to_json(line.cells).dump()) {
        if (c == '\\') out += c;
        out += c;
    }
    out += '\n';
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

std::vector<KnownItem> RateBookStore::items(DatasetVersionId content) {
    return db_.list(R"(
        SELECT code, name, source_ref, rate_municipal_original_paise, rate_municipal_repair_paise,
               rate_outside_original_paise, rate_outside_repair_paise
          FROM dataset_rows WHERE version_id = :version ORDER BY position
    )",
                    {{"version", content}}, to_known_item);
}

std::set<std::string> RateBookStore::codes_ever_used(DatasetId book) {
    std::set<std::string> codes;
    db_.each(R"(
        SELECT DISTINCT r.code FROM dataset_rows r JOIN dataset_versions v ON v.id = r.version_id
         WHERE v.dataset_id = :book
    )",
             {{"book", book}}, [&](db::Row const& row) { codes.insert(row.text("code")); });
    return codes;
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
    copy_analyses(insert_rows(version.id, content), content);
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

/// The ids of the new rows, in the order of the items.
std::vector<std::int64_t> RateBookStore::insert_rows(DatasetVersionId version, RateBook const& content) {
    Columns const columns{content};
    std::vector<std::int64_t> ids(content.items.size());
    db_.each(R"(
        INSERT INTO dataset_rows (version_id, position, code, name, variant_of, description, unit, unit_singular, prefix,
                                  source_ref, group_name, flags, rate_paise, rate_municipal_original_paise,
                                  rate_municipal_repair_paise, rate_outside_original_paise, rate_outside_repair_paise)
        SELECT :version, n.position, n.code, n.name, nullif(n.variant_of, ''), n.description, n.unit, n.unit_singular,
               n.prefix, n.source_ref, n.group_name, CAST(n.flags AS jsonb), n.repair, n.municipal_original, n.repair,
               n.outside_original, n.outside_repair
          FROM unnest(CAST(:codes AS text[]), CAST(:names AS text[]), CAST(:parents AS text[]),
                      CAST(:descriptions AS text[]), CAST(:units AS text[]), CAST(:singulars AS text[]),
                      CAST(:prefixes AS text[]), CAST(:references AS text[]), CAST(:groups AS text[]),
                      CAST(:flags AS text[]), CAST(:municipal_original AS bigint[]), CAST(:municipal_repair AS bigint[]),
                      CAST(:outside_original AS bigint[]), CAST(:outside_repair AS bigint[])) WITH ORDINALITY
               AS n (code, name, variant_of, description, unit, unit_singular, prefix, source_ref, group_name, flags,
                     municipal_original, repair, outside_original, outside_repair, position)
        RETURNING id, position
    )",
             {{"version", version},
              {"codes", db::array_of(columns.code)},
              {"names", db::array_of(columns.name)},
              {"parents", db::array_of(columns.variant_of)},
              {"descriptions", db::array_of(columns.description)},
              {"units", db::array_of(columns.unit)},
              {"singulars", db::array_of(columns.unit_singular)},
              {"prefixes", db::array_of(columns.prefix)},
              {"references", db::array_of(columns.source_ref)},
              {"groups", db::array_of(columns.group)},
              {"flags", db::array_of(columns.flags)},
              {"municipal_original", db::array_of(columns.rates.at(Policy::municipal_original))},
              {"municipal_repair", db::array_of(columns.rates.at(Policy::municipal_repair))},
              {"outside_original", db::array_of(columns.rates.at(Policy::outside_original))},
              {"outside_repair", db::array_of(columns.rates.at(Policy::outside_repair))}},
             [&](db::Row const& row) { ids.at(row.integer("position") - 1) = row.integer("id"); });
    return ids;
}

void RateBookStore::copy_analyses(std::vector<std::int64_t> const& rows, RateBook const& content) {
    std::size_t item = 0;
    db_.copy("COPY dataset_analysis_lines (row_id, seq, kind, source_row, cells) FROM STDIN",
             [&]() -> std::optional<std::string> {
                 std::string chunk;
                 for (; item < content.items.size() && chunk.size() < kChunkBytes; ++item) {
                     auto const& lines = content.items[item].analysis.lines;
                     for (std::size_t at = 0; at < lines.size(); ++at)
                         append_line(chunk, rows[item], at + 1, lines[at]);
                 }
                 if (chunk.empty()) return std::nullopt;
                 return chunk;
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
