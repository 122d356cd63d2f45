#include "support/rate_book.h"

#include <fstream>
#include <stdexcept>

#include "base/secure.h"
#include "domain/datasets/book_file.h"
#include "domain/datasets/book_import.h"

namespace ssr::test {

namespace {

constexpr auto kSlug = "electrical";

std::string bytes_of(std::string const& path) {
    std::ifstream file{SSR_SOURCE_DIR + path, std::ios::binary};
    if (!file) throw std::runtime_error{"no file " + path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void import(db::Session& db, std::string const& path, bool is_published) {
    FixedClock const clock{*parse_instant("2026-04-01T04:30:00Z")};
    auto const done = datasets::BookImport{db, clock}.store(datasets::read_book_file(SSR_SOURCE_DIR + path),
                                                            {.slug = kSlug,
                                                             .file_name = path,
                                                             .source_sha256 = sha256_hex(bytes_of(path)),
                                                             .is_published = is_published});
    if (!done) throw std::runtime_error{"the example rate book is refused"};
}

std::optional<ExampleBook> published_book(db::Session& db) {
    return db.maybe_one(R"(
        SELECT d.public_id, d.name, v.id FROM datasets d JOIN dataset_versions v ON v.dataset_id = d.id AND v.is_published
         WHERE d.slug = :slug
    )",
                        {{"slug", kSlug}}, [](db::Row const& row) {
                            return ExampleBook{row.public_id<PublicId<DatasetTag>>("public_id"),
                                               row.id<DatasetVersionId>("id"), row.text("name")};
                        });
}

}  // namespace

ExampleBook publish_example_book(db::Session& db) {
    if (auto const book = published_book(db)) return *book;
    // As in a development instance: the flat form gives the codes, and the workbook keeps them.
    import(db, "/sql/seed/rates.csv", false);
    import(db, "/sql/seed/rate-book.xlsx", true);
    return *published_book(db);
}

datasets::BookReading example_book(std::string const& code_prefix) {
    return datasets::read_book_file(SSR_SOURCE_DIR "/sql/seed/rate-book.xlsx", {.code_prefix = code_prefix});
}

std::string broken_rules_of(db::Session& db) {
    std::string broken;
    db.each("SELECT name, broken FROM (" + bytes_of("/sql/invariants.sql") + ") AS asked WHERE broken <> 0",
            {}, [&](db::Row const& row) { broken += row.text("name") + " "; });
    return broken;
}

}  // namespace ssr::test
