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
    std::string code, name, group, unit, description;
    Rate rate;
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

    std::vector<Group> groups(DatasetVersionId version);  // in the book's order
    std::vector<ShelfItem> items(Estimate const& estimate, std::string_view group);
    /// Items of all groups whose name, code or description has every word; at most 60.
    std::vector<ShelfItem> search(Estimate const& estimate, std::string_view words);

private:
    std::vector<ShelfItem> listed(Estimate const& estimate, std::string_view group,
                                  std::string const& pattern);
    db::Session& db_;
};

}  // namespace ssr::works
