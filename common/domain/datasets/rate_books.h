#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "domain/datasets/analysis.h"
#include "domain/datasets/policy.h"
#include "values/ids.h"

namespace ssr::datasets {

/// A version of a rate book.
struct Book {
    DatasetVersionId version_id{0};
    std::string slug;  // "electrical"
    std::string name;  // "Electrical SSR"
    int version = 1;
    std::string schedule_year;  // "2024-25"; empty where the book does not say
    int items = 0;
    PolicyPercentages percentages;
};

struct Group {
    std::string name;
    int items = 0;
};

/// An item that can be picked.
struct Item {
    DatasetRowId id{0};
    std::string code, name;
    std::string variant_of;  // the parent's name ("Light & Bell Points"); empty: none
    std::string description, unit, unit_singular;
    std::string prefix;  // printed before the description in repair work
    std::string group;
    PolicyRates rates;
    bool is_unit_inferred = false;
};

/// The reading side of rate books. Every function is one statement. Versions never change once published, so
/// a paper that names its version sees the same for ever.
class RateBooks {
public:
    explicit RateBooks(db::Session& db) : db_{db} {}

    std::vector<Book> published();  // by name
    std::optional<Book> book(DatasetVersionId version);
    std::vector<Group> groups(DatasetVersionId version);  // in the book's order
    std::vector<Item> items(DatasetVersionId version, std::string_view group);
    /// By words of name, group, code and description; forgives plurals, punctuation and one word that is not
    /// there. Best first.
    std::vector<Item> search(DatasetVersionId version, std::string_view text, int at_most = 50);
    /// In the book's order; codes that it does not have are absent.
    std::vector<Item> find_items(DatasetVersionId version, std::vector<std::string> const& codes);
    /// Empty where the book gives no analysis for the item, or does not have it.
    AnalysisBook analysis(DatasetVersionId version, std::string_view code);

private:
    db::Session& db_;
};

}  // namespace ssr::datasets
