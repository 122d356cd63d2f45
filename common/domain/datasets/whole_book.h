#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/datasets/rate_book.h"

namespace ssr::datasets {

/// What can be told only when all items are read, of whatever file.

/// Which of many texts may stand more than once. It keeps eight bytes of each, so that "no" is certain, and
/// who hears "maybe" compares the texts.
class Repeats {
public:
    void note(std::string_view text) { all_.push_back(hash(text)); }
    /// After the last one, before the first question.
    void settle();
    bool any() const { return !repeated_.empty(); }
    bool may_stand(std::string_view text) const { return std::ranges::binary_search(all_, hash(text)); }
    bool may_repeat(std::string_view text) const { return std::ranges::binary_search(repeated_, hash(text)); }

private:
    static std::uint64_t hash(std::string_view text) { return std::hash<std::string_view>{}(text); }
    std::vector<std::uint64_t> all_, repeated_;
};

/// Gives names that stand more than once a number: "Bell (2)". The items come in their order.
class NamesApart {
public:
    /// Of all names, by name_key().
    explicit NamesApart(Repeats const& names) : names_{names} {}
    void tell_apart(BookItem& item, Findings& findings);

private:
    struct First {
        PolicyRates rates;
        int next = 2;
    };
    Repeats const& names_;
    std::unordered_map<std::string, First> first_;
    std::set<std::string> given_;
};

/// All of it for items that are in memory: parents of variants, names, and the groups in order.
void complete(std::vector<BookItem>& items, Findings& findings);
std::vector<std::string> groups_of(std::vector<BookItem> const& items, std::vector<std::string> const& order);

}  // namespace ssr::datasets
