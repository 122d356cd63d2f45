#include "view/list_pieces.h"

#include <algorithm>
#include <set>

#include "shared/cell.tpl.h"
#include "shared/filters.tpl.h"
#include "shared/pager.tpl.h"
#include "shared/table.tpl.h"
#include "view/include.h"

namespace ssr::view {
namespace {

std::string class_of(Column const& column) {
    std::string names;
    if (column.kind == Column::Kind::number) names = "n";
    if (column.kind == Column::Kind::code) names = "nw";
    if (column.kind == Column::Kind::actions) names = "act";
    if (column.is_off_phone) names += " off-m";
    if (column.is_lead) names += " t-lead";
    return names.starts_with(' ') ? names.substr(1) : names;
}

bool is_blank(Cell const& cell) {
    return cell.text.empty() && cell.small.empty() && !cell.pill && !cell.chain && cell.buttons.empty() &&
           cell.post_buttons.empty();
}

void fill_heading(Dictionary& row, Column const& column) {
    auto& out = section(row, kt_COLUMN);
    show(out, kt_NAMES, kt_CLASS, column.kind == Column::Kind::number ? "n" : "");
    if (column.sorted != Column::Sorted::no)
        section(out, kt_SORTED)
            .SetValue(kt_WAY, column.sorted == Column::Sorted::up ? "ascending" : "descending");
    auto& label = section(out, column.label.empty()       ? kt_UNSEEN
                               : column.sort_href.empty() ? kt_PLAIN
                                                          : kt_SORTS);
    label.SetValue(kt_LABEL, column.label);
    label.SetValue(kt_HREF, column.sort_href);
}

void fill_cell(Dictionary& row, Column const& column, Cell const& cell) {
    auto& out = include(section(row, kt_CELL), kt_CONTENT, "shared/cell.tpl");
    auto names = class_of(column);
    if (is_blank(cell)) names += names.empty() ? "skip" : " skip";
    show(out, kc_NAMES, kc_CLASS, names);
    if (!column.is_lead && column.kind != Column::Kind::actions)
        show(out, kc_LABELLED, kc_LABEL, column.label);
    auto& text = section(out, cell.href.empty() ? kc_PLAIN : kc_LINK);
    text.SetValue(kc_TEXT, cell.text);
    text.SetValue(kc_HREF, cell.href);
    show(out, kc_SMALL, kc_TEXT, cell.small);
    if (cell.pill) {
        if (!cell.text.empty()) out.ShowSection(kc_BESIDE);
        add(out, kc_PILL, *cell.pill);
    }
    if (cell.chain) add(out, kc_CHAIN, *cell.chain);
    if (cell.buttons.empty() && cell.post_buttons.empty()) return;
    auto& actions = section(out, kc_ACTIONS);
    for (auto const& button : cell.buttons) add(actions, kc_ACTION, button);
    for (auto const& button : cell.post_buttons) add(actions, kc_ACTION, button);
}

void fill_row(Dictionary& row, std::vector<Column> const& columns, std::vector<Cell> const& cells) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        fill_cell(row, columns[i], i < cells.size() ? cells[i] : Cell{});
}

void fill_select(Dictionary& out, Field const& field) {
    auto& select = section(out, kf_SELECT);
    select.SetValue(kf_NAME, field.name);
    select.SetValue(kf_LABEL, field.label);
    for (auto const& option : field.options) {
        auto& line = section(select, kf_OPTION);
        line.SetValue(kf_VALUE, option.value);
        line.SetValue(kf_TEXT, option.label);
        show_if(option.value == field.value, line, kf_CHOSEN);
    }
}

void fill_chips(Dictionary& out, Filters const& filters) {
    if (filters.chips.empty()) return;
    auto& chips = section(out, kf_CHIPS);
    for (auto const& chip : filters.chips) {
        auto& line = section(chips, kf_CHIP);
        line.SetValue(kf_LABEL, chip.label);
        line.SetValue(kf_HREF, chip.remove_href);
    }
    show(chips, kf_CLEAR, kf_HREF, filters.clear_href);
}

}  // namespace

Dictionary& add(Dictionary& into, Marker const& at, Table const& table) {
    auto& out = include(into, at, "shared/table.tpl");
    out.SetValue(kt_CAPTION, table.caption);
    show_if(table.is_tight, out, kt_TIGHT);
    for (auto const& column : table.columns) fill_heading(out, column);
    for (auto const& row : table.rows) fill_row(section(out, kt_ROW), table.columns, row);
    if (!table.foot.empty()) fill_row(section(out, kt_FOOT), table.columns, table.foot);
    return out;
}

Pager numbered_pager(std::string const& base, int current, int page_count, std::string range) {
    Pager pager{.range = std::move(range)};
    auto const href = [&](int page) { return base + std::to_string(page); };
    if (current > 1) pager.previous_href = href(current - 1);
    if (current < page_count) pager.next_href = href(current + 1);
    std::set<int> shown{1, page_count};
    for (int page = std::max(1, current - 2); page <= std::min(page_count, current + 2); ++page)
        shown.insert(page);
    int last = 0;
    for (int const page : shown) {
        if (page > last + 1) pager.pages.push_back({});
        pager.pages.push_back({std::to_string(page), page == current ? "" : href(page)});
        last = page;
    }
    return pager;
}

Dictionary& add(Dictionary& into, Marker const& at, Pager const& pager) {
    auto& out = include(into, at, "shared/pager.tpl");
    out.SetValue(kp_RANGE, pager.range);
    show(out, kp_PREVIOUS, kp_HREF, pager.previous_href);
    show(out, kp_NEXT, kp_HREF, pager.next_href);
    for (auto const& page : pager.pages) {
        auto& line = section(out, kp_PAGE);
        auto& kind = section(line, page.label.empty() ? kp_GAP : page.href.empty() ? kp_HERE : kp_LINK);
        kind.SetValue(kp_LABEL, page.label);
        kind.SetValue(kp_HREF, page.href);
    }
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Filters const& filters) {
    auto& out = include(into, at, "shared/filters.tpl");
    out.SetValue(kf_ACTION, filters.action);
    if (!filters.search_label.empty()) {
        auto& search = section(out, kf_SEARCH);
        search.SetValue(kf_LABEL, filters.search_label);
        search.SetValue(kf_NAME, filters.search_name);
        search.SetValue(kf_VALUE, filters.search_value);
    }
    for (auto const& field : filters.selects) fill_select(out, field);
    fill_chips(out, filters);
    return out;
}

}  // namespace ssr::view
