#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "db/session.h"
#include "domain/works/estimate.h"

namespace ssr::works {

using PublicDatasetId = PublicId<DatasetTag>;

/// A published rate book, as offered for a new estimate.
struct BookOffer {
    PublicDatasetId id;
    Book book;
    int item_count = 0;
};

struct Group {
    std::string name;
    int item_count = 0;
};

/// An item as the picker shows it, with the rate that holds for the estimate's place and kind of work.
struct ShelfItem {
    std::string code, name;
    std::string variant_of;  // what it is a variant of; empty: of nothing
    std::string unit, description;
    Rate rate;
};

/// What the picker shows of a book: all groups, and the items of one of them or those that were looked for.
struct Shelf {
    std::vector<Group> groups;  // in the book's order
    std::string group;          // whose items are shown; empty where they were looked for
    std::vector<ShelfItem> items;
    bool has_more = false;  // more were found than are shown
};

/// What may be chosen: reads the rate books, writes nothing.
class BookShelf {
public:
    explicit BookShelf(db::Session& db) : db_{db} {}

    std::vector<BookOffer> offers();
    /// The published version of that book, and the percentages that it sets for works of that day.
    struct Opened {
        Book book;
        Percentages percentages;
    };
    std::optional<Opened> open(PublicDatasetId const& book, Date day);

    /// Items of that group; without group, of the first. With words, those of any group whose name, code or
    /// description has all of them; at most 60.
    Shelf shelf(Estimate const& estimate, std::string_view group, std::string_view words);

private:
    db::Session& db_;
};

}  // namespace ssr::works
