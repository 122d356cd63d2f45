#include "domain/datasets/whole_book.h"

#include "domain/datasets/item_words.h"

namespace ssr::datasets {

void Repeats::settle() {
    std::ranges::sort(all_);
    for (std::size_t at = 1; at < all_.size(); ++at)
        if (all_[at] == all_[at - 1]) repeated_.push_back(all_[at]);
}

void NamesApart::tell_apart(BookItem& item, Findings& findings) {
    if (!names_.may_repeat(name_key(item.name))) return;
    auto const [found, is_new] = first_.emplace(name_key(item.name), First{item.rates});
    if (is_new) return;
    auto& first = found->second;
    auto const name = item.name;
    do item.name = name + " (" + std::to_string(first.next++) + ")";
    while (names_.may_stand(name_key(item.name)) || !given_.insert(name_key(item.name)).second);
    item.flags.push_back(ItemFlag::renamed);
    auto place = item.place;
    place.message = "“" + name + "” stands twice, with " +
                    (item.rates == first.rates ? "the same rate" : "another rate") +
                    "; this one is kept as “" + item.name + "”.";
    findings.warn(std::move(place));
}

void complete(std::vector<BookItem>& items, Findings& findings) {
    Repeats names;
    for (auto const& item : items) names.note(name_key(item.name));
    names.settle();
    NamesApart apart{names};
    for (auto& item : items) {
        item.variant_of = parent_of(item.name);
        apart.tell_apart(item, findings);
    }
}

std::vector<std::string> groups_of(std::vector<BookItem> const& items,
                                   std::vector<std::string> const& order) {
    std::set<std::string> used, listed;
    std::vector<std::string> groups;
    for (auto const& item : items) used.insert(item.group);
    auto const list = [&](std::string const& group) {
        if (used.contains(group) && listed.insert(group).second) groups.push_back(group);
    };
    for (auto const& group : order)
        if (group != kUngrouped) list(group);
    for (auto const& item : items) list(item.group);
    return groups;
}

}  // namespace ssr::datasets
