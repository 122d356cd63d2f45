#include "domain/datasets/book_import.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"

namespace ssr::datasets {

namespace {

// Below it nearly any change is half of the book.
constexpr int kSmallBook = 5;

StoredVersion const* find(std::vector<StoredVersion> const& versions, int version) {
    auto const found = std::ranges::find(versions, version, &StoredVersion::version);
    return found == versions.end() ? nullptr : &*found;
}

/// What the file is compared with: what readers see, else what was stored last.
StoredVersion const* base_of(std::vector<StoredVersion> const& versions) {
    auto const published = std::ranges::find(versions, true, &StoredVersion::is_published);
    if (published != versions.end()) return &*published;
    return versions.empty() ? nullptr : &versions.front();
}

bool is_another_book(BookChange const& change) {
    auto const found_again = change.before - change.removed;
    return change.before >= kSmallBook && found_again * 2 < change.before;
}

}  // namespace

Result<Imported, ImportRefused> BookImport::store(BookReading const& reading, ImportWish const& wish) {
    using Why = ImportRefused::Why;
    if (reading.findings.has_errors()) return Err{ImportRefused{Why::faulty}};
    auto const& content = reading.book;
    RateBookStore store{db_};
    db::Transaction transaction{db_};
    auto const book = store.hold_or_insert(wish.slug, wish.name, clock_.now());
    auto const versions = store.versions(book.id);
    if (!versions.empty() && versions.front().source_sha256 == wish.source_sha256 && !wish.is_forced)
        return Err{ImportRefused{Why::same_file, versions.front()}};

    auto const* const base = base_of(versions);
    auto const next = versions.empty() ? 1 : versions.front().version + 1;
    auto const year = wish.schedule_year.empty() ? content.schedule_year : wish.schedule_year;
    auto const stored = store.insert(book, content,
                                     {next, year, wish.file_name, wish.source_sha256, wish.by,
                                      base ? std::optional{base->content} : std::nullopt},
                                     reading.findings, clock_.now());
    auto const change = base ? store.change(stored.id, base->content)
                             : BookChange{.now = stored.items, .added = stored.items};
    if (is_another_book(change) && !wish.is_forced)  // the transaction takes all of it back
        return Err{ImportRefused{Why::another_book, *base, change.before - change.removed}};
    record("dataset.imported", book, Json::Object{{"version", next}, {"items", stored.items}}, wish.by);
    if (wish.is_published) show(book, stored, wish.by);
    transaction.commit();
    return Imported{book.name, stored, static_cast<int>(content.groups.size()), change, book.current_version};
}

bool BookImport::publish(std::string_view slug, int version, std::optional<UserId> by) {
    RateBookStore store{db_};
    db::Transaction transaction{db_};
    auto const book = store.hold(slug);
    auto const versions = book ? store.versions(book->id) : std::vector<StoredVersion>{};
    auto const* const wanted = find(versions, version);
    if (!wanted) return false;
    if (!wanted->is_published) show(*book, *wanted, by);
    transaction.commit();
    return true;
}

std::optional<StoredVersion> BookImport::restore(std::string_view slug, int version,
                                                 std::optional<UserId> by) {
    RateBookStore store{db_};
    db::Transaction transaction{db_};
    auto const book = store.hold(slug);
    auto const versions = book ? store.versions(book->id) : std::vector<StoredVersion>{};
    auto const* const old = find(versions, version);
    if (!old) return std::nullopt;
    auto const next = versions.front().version + 1;
    auto const restored = store.insert_restored(*book, *old, next, clock_.now());
    record("dataset.restored", *book, Json::Object{{"version", next}, {"of", version}}, by);
    show(*book, restored, by);
    transaction.commit();
    return restored;
}

void BookImport::show(HeldBook const& book, StoredVersion const& version, std::optional<UserId> by) {
    RateBookStore{db_}.publish(book, version, by, clock_.now());
    record("dataset.published", book,
           Json::Object{{"current_version", Json::Array{Json{book.current_version}, Json{version.version}}}},
           by);
}

void BookImport::record(std::string_view action, HeldBook const& book, Json changes,
                        std::optional<UserId> by) {
    audit::AuditLog{db_}.record({.user = by,
                                 .action = std::string{action},
                                 .model_name = "datasets",
                                 .object_id = book.public_id.text(),
                                 .changes = std::move(changes)},
                                clock_.now());
}

}  // namespace ssr::datasets
