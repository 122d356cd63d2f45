#include "domain/datasets/kept_codes.h"

#include <charconv>
#include <unordered_map>

#include "domain/datasets/item_words.h"

namespace ssr::datasets {

namespace {

using Positions = std::unordered_map<std::string, std::vector<std::size_t>>;

template <class Items, class Key>
Positions positions_by(Items const& items, Key key) {
    Positions found;
    for (std::size_t at = 0; at < items.size(); ++at) found[key(items[at])].push_back(at);
    return found;
}

// Pairs what is left on both sides, by a key that stands once on each of them: a reference like SD-NA, which
// many items share, tells nothing, however few of them are left.
template <class Key>
void match(RateBook& book, std::vector<KnownItem> const& known, std::set<std::size_t>& new_items,
           std::set<std::size_t>& old_items, Key key) {
    auto const there = positions_by(known, key);
    for (auto const& [text, positions] : positions_by(book.items, key)) {
        auto const found = there.find(text);
        if (text.empty() || positions.size() != 1 || found == there.end() || found->second.size() != 1)
            continue;
        auto const at = positions.front(), old = found->second.front();
        if (!new_items.contains(at) || !old_items.contains(old)) continue;
        book.items[at].code = known[old].code;
        new_items.erase(at);
        old_items.erase(old);
    }
}

int highest_number(std::set<std::string> const& codes, std::string_view prefix) {
    int highest = 0;
    for (auto const& code : codes) {
        if (!code.starts_with(std::string{prefix} + "-")) continue;
        int number = 0;
        auto const* const end = code.data() + code.size();
        auto const [stop, error] = std::from_chars(code.data() + prefix.size() + 1, end, number);
        if (error == std::errc{} && stop == end) highest = std::max(highest, number);
    }
    return highest;
}

}  // namespace

void keep_codes(RateBook& book, std::vector<KnownItem> const& known, std::set<std::string> const& ever_used,
                std::string_view prefix) {
    if (book.has_own_codes || ever_used.empty()) return;
    std::set<std::size_t> new_items, old_items;
    for (std::size_t at = 0; at < book.items.size(); ++at) new_items.insert(at);
    for (std::size_t at = 0; at < known.size(); ++at) old_items.insert(at);
    match(book, known, new_items, old_items, [](auto const& item) { return name_key(item.name); });
    match(book, known, new_items, old_items, [](auto const& item) { return name_key(item.source_ref); });
    auto next = highest_number(ever_used, prefix);
    for (auto const at : new_items) book.items[at].code = numbered_code(prefix, ++next);
}

BookChange change_of(RateBook const& book, std::vector<KnownItem> const& known) {
    BookChange change{.before = static_cast<int>(known.size()), .now = static_cast<int>(book.items.size())};
    std::unordered_map<std::string, PolicyRates> before;
    for (auto const& item : known) before.emplace(item.code, item.rates);
    for (auto const& item : book.items) {
        auto const found = before.find(item.code);
        if (found == before.end())
            ++change.added;
        else
            change.repriced += found->second != item.rates;
    }
    change.removed = change.before - (change.now - change.added);
    return change;
}

}  // namespace ssr::datasets
