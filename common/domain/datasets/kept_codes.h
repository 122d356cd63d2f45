#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/datasets/rate_book.h"

namespace ssr::datasets {

/// An item of a version that is stored already.
struct KnownItem {
    std::string code, name, source_ref;
    PolicyRates rates;
};

/// What an import changes against the version before it.
struct BookChange {
    int before = 0, now = 0;  // items
    int added = 0, removed = 0, repriced = 0;
    bool operator==(BookChange const&) const = default;
};

/// Gives the book's items the codes that they had before: matched by name, then by a reference that both
/// know once. New ones count on from the highest number ever used; in a first import, by position. Codes
/// that the file itself names stay.
void keep_codes(RateBook& book, std::vector<KnownItem> const& known, std::set<std::string> const& ever_used,
                std::string_view prefix);

/// By codes, so after keep_codes().
BookChange change_of(RateBook const& book, std::vector<KnownItem> const& known);

}  // namespace ssr::datasets
