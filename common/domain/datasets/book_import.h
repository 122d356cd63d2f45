#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "db/session.h"
#include "domain/datasets/rate_book_store.h"

namespace ssr::datasets {

/// Where a file is to go.
struct ImportWish {
    std::string slug = "electrical";
    std::string name = "Electrical SSR";  // of a book that does not exist yet
    std::string file_name, source_sha256;
    std::string schedule_year;  // empty: as the file's references tell
    bool is_published = false;  // at once, in the same transaction
    bool is_forced = false;     // even where it is refused otherwise
    std::optional<UserId> by;   // empty: an operator
};

struct Imported {
    std::string name;
    StoredVersion version;
    int groups = 0;
    BookChange change;                 // against the published version, else against the latest
    std::optional<int> was_published;  // the version that readers saw until now
};

struct ImportRefused {
    enum class Why { faulty, same_file, another_book };
    Why why;
    StoredVersion version = {};  // that the file is already, or that it is too far from
    int found_again = 0;         // items of that version
};

/// Rate books on their way in and out of sight. One writer a book: others wait for the lock of its row.
class BookImport {
public:
    BookImport(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}

    /// Stores what was read as the book's next version, all or nothing.
    Result<Imported, ImportRefused> store(BookReading const& reading, ImportWish const& wish);
    /// Shows that version to the readers in place of the one before. False: there is no such version.
    bool publish(std::string_view slug, int version, std::optional<UserId> by);
    /// Shows the items of an old version again, as a version of its own. Nothing: there is no such version.
    std::optional<StoredVersion> restore(std::string_view slug, int version, std::optional<UserId> by);

private:
    void show(HeldBook const& book, StoredVersion const& version, std::optional<UserId> by);
    void record(std::string_view action, HeldBook const& book, Json changes, std::optional<UserId> by);

    db::Session& db_;
    Clock const& clock_;
};

}  // namespace ssr::datasets
