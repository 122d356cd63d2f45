#include "domain/datasets/group_rows.h"

#include "base/text.h"
#include "domain/datasets/item_words.h"

namespace ssr::datasets {

namespace {

constexpr int kName = 1, kGroup = 2;

std::string text_of(sheet::Row const& row, int column) {
    auto const* const cell = column > 0 ? row.find(column) : nullptr;
    return cell ? cleaned(cell->text) : std::string{};
}

struct Columns {
    int prefix = 3, unit = 4;
};

bool has_units_in_c(sheet::Sheet const& sheet) {
    if (auto const* const heads = sheet.row(1); heads && !text_of(*heads, 3).empty())
        return lower(text_of(*heads, 3)).starts_with("unit");
    bool any = false;
    for (auto const& row : sheet.rows) {
        auto const text = row.number > 1 ? text_of(row, 3) : std::string{};
        if (text.empty()) continue;
        if (!is_known_unit(text)) return false;
        any = true;
    }
    return any;
}

}  // namespace

std::vector<GroupRow> read_group_rows(sheet::Sheet const& sheet, Findings& findings) {
    auto const columns = has_units_in_c(sheet) ? Columns{.prefix = 0, .unit = 3} : Columns{};
    std::vector<GroupRow> rows;
    for (auto const& row : sheet.rows) {
        if (row.number == 1) continue;
        GroupRow found{.row = row.number,
                       .name = text_of(row, kName),
                       .group = text_of(row, kGroup),
                       .prefix = text_of(row, columns.prefix),
                       .unit = text_of(row, columns.unit)};
        if (found.name.empty() != found.group.empty())
            findings.warn(complaint(sheet.name, {row.number, found.name.empty() ? kName : kGroup},
                                    found.name.empty()
                                        ? "The row names no item and is passed over."
                                        : "“" + found.name + "” has no group here; the row is passed over."));
        if (found.name.empty() || found.group.empty()) continue;
        if (!found.unit.empty() && !is_known_unit(found.unit))
            findings.warn(complaint(sheet.name, {row.number, columns.unit},
                                    "The unit “" + found.unit + "” is not known; it is kept as it is."));
        rows.push_back(std::move(found));
    }
    return rows;
}

}  // namespace ssr::datasets
