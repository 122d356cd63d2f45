#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "db/session.h"
#include "domain/datasets/rate_book.h"

namespace ssr::datasets {

/// A rate book among the datasets, held against other writers until the transaction ends.
struct HeldBook {
    DatasetId id{0};
    PublicId<DatasetTag> public_id;
    std::string slug, name;
    std::optional<int> current_version;  // the published one
};

struct StoredVersion {
    DatasetVersionId id{0}, content{0};  // whose items it shows: its own, or those of the version restored
    int version = 1;
    int items = 0;
    std::string source_sha256;
    bool is_published = false;
};

/// What is stored beside the items.
struct VersionDetails {
    int version = 1;
    std::string schedule_year;
    std::string file_name, source_sha256;
    std::optional<UserId> by;
    std::optional<DatasetVersionId> base;  // the items of the version before it
};

/// What a version changes against the one before it, by the codes of the items.
struct BookChange {
    int before = 0, now = 0;  // items
    int added = 0, removed = 0, repriced = 0;
    bool operator==(BookChange const&) const = default;
};

/// The writing side of rate books. Items of a version never change; works::BookShelf reads them.
class RateBookStore {
public:
    explicit RateBookStore(db::Session& db) : db_{db} {}

    /// Those of the book's settings; the State's where there is no such book.
    PolicyPercentages percentages(std::string_view slug);
    /// Waits for whoever holds it.
    std::optional<HeldBook> hold(std::string_view slug);
    /// The same; made where there is none.
    HeldBook hold_or_insert(std::string_view slug, std::string_view name, Instant at);

    std::vector<StoredVersion> versions(DatasetId book);  // newest first

    /// A version with its groups, items and analyses. Where the file names no codes, the items get those that
    /// they had in the base: matched by name, then by a reference that both know once. New ones count on from
    /// the highest number that the book ever used.
    StoredVersion insert(HeldBook const& book, RateBook const& content, VersionDetails const& details,
                         Findings const& findings, Instant at);
    BookChange change(DatasetVersionId version, DatasetVersionId base);
    /// A version that shows the items of an older one.
    StoredVersion insert_restored(HeldBook const& book, StoredVersion const& old, int version, Instant at);
    void publish(HeldBook const& book, StoredVersion const& version, std::optional<UserId> by, Instant at);

private:
    std::int64_t insert_import_job(HeldBook const& book, RateBook const& content,
                                   VersionDetails const& details, Findings const& findings, Instant at);
    void insert_groups(DatasetVersionId version, RateBook const& content);
    bool insert_items(HeldBook const& book, DatasetVersionId version, RateBook const& content,
                      std::optional<DatasetVersionId> base);
    bool copy_items(std::string const& table, DatasetVersionId version, RateBook const& content);
    void insert_with_kept_codes(HeldBook const& book, DatasetVersionId base);
    void copy_analyses(DatasetVersionId version, RateBook const& content);

    db::Session& db_;
};

}  // namespace ssr::datasets
