#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/datasets/analysis.h"
#include "domain/datasets/findings.h"
#include "domain/datasets/policy.h"

namespace ssr::datasets {

inline constexpr std::string_view kUngrouped = "Ungrouped";
inline constexpr std::size_t kLongestName = 300;  // characters

/// What is worth knowing of an item wherever it is shown.
enum class ItemFlag { unit_inferred, ungrouped, renamed, description_missing };
std::string_view code(ItemFlag flag);  // "unit_inferred"

struct BookItem {
    std::string code;  // "ELE-001"
    std::string name;
    std::string variant_of;  // "Light & Bell Points" of "Light & Bell Points : Residential"; empty: none
    std::string description, unit, unit_singular;
    std::string prefix;      // printed before the description in repair work
    std::string source_ref;  // "24-25 RSD 1.3.2"
    std::string group;
    PolicyRates rates;
    std::vector<ItemFlag> flags;
    AnalysisBook analysis;   // empty: the file gives the rate alone
    sheet::Complaint place;  // where the file has it; without message
};

/// The items of a book in their order, one at a time and as often as they are asked for: a workbook's are
/// kept, those of a flat file are read again, so that a large one is never in memory.
class BookItems {
public:
    using Visit = std::function<void(BookItem const&)>;
    BookItems() = default;
    explicit BookItems(std::vector<BookItem> kept);
    BookItems(std::size_t count, std::function<void(Visit const&)> walk)
        : count_{count}, walk_{std::move(walk)} {}

    std::size_t size() const { return count_; }
    void each(Visit const& visit) const {
        if (walk_) walk_(visit);
    }

private:
    std::size_t count_ = 0;
    std::function<void(Visit const&)> walk_;
};

/// A rate book as a file has it, ready to be stored.
struct RateBook {
    std::vector<std::string> groups;  // in order; each has items
    BookItems items;
    std::string schedule_year;      // "2024-25" where the references tell; else empty
    PolicyPercentages percentages;  // by which the rates were worked out
    bool has_own_codes = false;     // the file names them; else they count positions
};

/// What reading a file came to. With errors the book is not to be used.
struct BookReading {
    RateBook book;
    Findings findings;
};

/// What the file does not say.
struct BookForm {
    std::string code_prefix = "ELE";
    PolicyPercentages percentages;
};

/// "ELE-001": a letter code and a number of three digits or more.
std::string numbered_code(std::string_view prefix, int number);
/// "ELE" of "electrical": three letters at most, in capitals.
std::string code_prefix_of(std::string_view slug);

}  // namespace ssr::datasets
