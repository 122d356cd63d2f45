#include "domain/datasets/whole_book.h"

#include <set>
#include <unordered_map>

#include "domain/datasets/item_words.h"

namespace ssr::datasets {

namespace {

void tell_apart(RateBook& book, Findings& findings) {
    std::set<std::string> taken;
    for (auto const& item : book.items) taken.insert(name_key(item.name));
    std::unordered_map<std::string, BookItem const*> first;
    for (auto& item : book.items) {
        auto const [known, is_new] = first.emplace(name_key(item.name), &item);
        if (is_new) continue;
        auto const name = item.name;
        for (int count = 2; !taken.insert(name_key(item.name)).second; ++count)
            item.name = name + " (" + std::to_string(count) + ")";
        item.flags.push_back(ItemFlag::renamed);
        auto const has_same = item.rates == known->second->rates;
        auto place = item.place;
        place.message = "“" + name + "” stands twice, with " + (has_same ? "the same rate" : "another rate") +
                        "; this one is kept as “" + item.name + "”.";
        findings.warn(std::move(place));
    }
}

void arrange_groups(RateBook& book, std::vector<std::string> const& order) {
    std::set<std::string> used, listed;
    for (auto const& item : book.items) used.insert(item.group);
    auto const list = [&](std::string const& group) {
        if (used.contains(group) && listed.insert(group).second) book.groups.push_back(group);
    };
    for (auto const& group : order)
        if (group != kUngrouped) list(group);
    for (auto const& item : book.items) list(item.group);
}

}  // namespace

void complete(RateBook& book, std::vector<std::string> const& group_order, Findings& findings) {
    arrange_groups(book, group_order);
    for (auto& item : book.items) item.variant_of = parent_of(item.name);
    tell_apart(book, findings);
}

}  // namespace ssr::datasets
