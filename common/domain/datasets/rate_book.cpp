#include "domain/datasets/rate_book.h"

#include "base/text.h"

namespace ssr::datasets {

std::string_view code(ItemFlag flag) {
    switch (flag) {
        case ItemFlag::unit_inferred: return "unit_inferred";
        case ItemFlag::ungrouped: return "ungrouped";
        case ItemFlag::renamed: return "renamed";
        case ItemFlag::description_missing: break;
    }
    return "description_missing";
}

BookItems::BookItems(std::vector<BookItem> kept)
    : count_{kept.size()}, walk_{[kept = std::move(kept)](Visit const& visit) {
          for (auto const& item : kept) visit(item);
      }} {}

std::string numbered_code(std::string_view prefix, int number) {
    auto const digits = std::to_string(number);
    auto const zeros = digits.size() < 3 ? 3 - digits.size() : 0;
    return std::string{prefix} + "-" + std::string(zeros, '0') + digits;
}

std::string code_prefix_of(std::string_view slug) {
    std::string prefix;
    for (auto const c : upper(slug))
        if ('A' <= c && c <= 'Z' && prefix.size() < 3) prefix += c;
    return prefix.empty() ? "BOK" : prefix;
}

}  // namespace ssr::datasets
