#include "sheet/workbook.h"

#include "base/text.h"

namespace ssr::sheet {

Cell const* Row::find(int column) const {
    auto const at = std::ranges::lower_bound(cells, column, {}, &Cell::column);
    return at != cells.end() && at->column == column ? &*at : nullptr;
}

Row const* Sheet::row(int number) const {
    auto const at = std::ranges::lower_bound(rows, number, {}, &Row::number);
    return at != rows.end() && at->number == number ? &*at : nullptr;
}

Cell const* Sheet::find(CellAddress at) const {
    auto const* const found = row(at.row);
    return found ? found->find(at.column) : nullptr;
}

Sheet const* Workbook::sheet(std::string_view name) const {
    auto const wanted = lower(name);
    for (auto const& each : sheets)
        if (lower(each.name) == wanted) return &each;
    return nullptr;
}

}  // namespace ssr::sheet
