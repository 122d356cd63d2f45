#include "domain/works/datas_sheet.h"

#include "base/text.h"
#include "domain/works/paper_styles.h"

namespace ssr::works {

namespace {

using datasets::AnalysisCell, datasets::AnalysisLine, datasets::LineKind, datasets::Policy;
using sheet::CellAddress, sheet::Style;
using Number = Style::Number;
using Align = Style::Align;

constexpr int kHeaderRow = 3, kFirstBlock = 4;
constexpr int kLetters = 1, kText = 4, kRate = 9, kAmount = 10;
constexpr int kBlankRows = 1;  // between blocks

// The book numbers its blocks ("Data-2", and "2" beside the specification); the paper numbers them anew.
bool is_number_of_block(AnalysisCell const& cell) {
    auto const text = lower(trimmed(cell.text));
    if (cell.column == kLetters) return true;
    return text.starts_with("data") && text.find_first_not_of("-_ .0123456789", 4) == std::string::npos;
}

bool is_bold(LineKind kind) {
    return kind == LineKind::heading || kind == LineKind::subtotal || kind == LineKind::total ||
           kind == LineKind::final;
}

Style style_of(int column, LineKind kind) {
    Style style{.bold = is_bold(kind)};
    if (kind == LineKind::heading) style.fill_rgb = kHeadingFill;
    if (column == kText) {
        style.wrapped = true;
    } else if (column == kRate || column == kAmount) {
        style.number = Number::money;
    } else {
        style.align = Align::center;
    }
    return style;
}

void write_cell(sheet::SheetWriter& sheet, DatasBlock const& block, AnalysisLine const& line,
                AnalysisCell const& cell) {
    auto const& rows = block.analysis.rows;
    CellAddress const at{block.first_row + line.row - rows.first, cell.column};
    auto const style = style_of(cell.column, line.kind);
    if (!cell.formula.empty()) {
        auto const moved = sheet::rebase(cell.formula, rows, block.first_row).formula;
        if (cell.is_number)
            sheet.formula(at, moved, cell.number(), style);
        else
            sheet.formula(at, moved, cell.text, style);
    } else if (cell.is_number) {
        sheet.number(at, cell.number(), style);
    } else {
        sheet.text(at, cell.text, style);
    }
}

void rule(sheet::SheetWriter& sheet, int row, LineKind kind) {
    for (int column = kLetters; column <= kAmount; ++column)
        sheet.blank({row, column}, style_of(column, kind));
}

void write_line(sheet::SheetWriter& sheet, DatasBlock const& block, AnalysisLine const& line) {
    int const row = block.first_row + line.row - block.analysis.rows.first;
    rule(sheet, row, line.kind);
    for (auto const& cell : line.cells)
        if (!is_number_of_block(cell)) write_cell(sheet, block, line, cell);
    if (line.is_hidden) sheet.hide_row(row);
}

void write_rate_alone(sheet::SheetWriter& sheet, DatasBlock const& block) {
    rule(sheet, block.first_row, LineKind::heading);
    sheet.text({block.first_row, kText}, block.line->name, style_of(kText, LineKind::heading));
    rule(sheet, block.finished.row, LineKind::final);
    sheet.text({block.finished.row, kText}, "Rate as per schedule", style_of(kText, LineKind::final));
    sheet.number(block.finished, sheet::Decimal::of(block.line->rate.paise(), 2),
                 style_of(kAmount, LineKind::final));
}

void write_block(sheet::SheetWriter& sheet, DatasBlock const& block) {
    if (block.analysis.lines.empty())
        write_rate_alone(sheet, block);
    else
        for (auto const& line : block.analysis.lines) write_line(sheet, block, line);
    sheet.text({block.first_row, kLetters}, "Data " + std::to_string(block.number),
               style_of(kLetters, LineKind::heading));
}

void write_head(sheet::SheetWriter& sheet, Estimate const& estimate) {
    constexpr double kWidths[] = {8, 13, 5, 46, 9, 7, 7, 7, 11, 12};
    for (int column = kLetters; column <= kAmount; ++column) sheet.width(column, kWidths[column - 1]);
    write_title(sheet, kAmount, "DATAS", estimate.work_name);
    constexpr std::string_view kHeaders[] = {"Data", "Reference", "Sl",   "Description", "Quantity",
                                             "Unit", "Per",       "Unit", "Rate",        "Amount"};
    for (int column = kLetters; column <= kAmount; ++column)
        sheet.text({kHeaderRow, column}, kHeaders[column - 1], kHeaderStyle);
}

}  // namespace

Policy policy_of(Estimate const& estimate) {
    bool const is_original = estimate.work_type == WorkType::original;
    if (estimate.area == Area::municipal)
        return is_original ? Policy::municipal_original : Policy::municipal_repair;
    return is_original ? Policy::outside_original : Policy::outside_repair;
}

std::vector<DatasBlock> datas_blocks(Estimate const& estimate, Analyses const& analyses) {
    std::vector<DatasBlock> blocks;
    int row = kFirstBlock;
    for (auto const& line : estimate.lines) {
        DatasBlock block{.line = &line, .number = static_cast<int>(blocks.size()) + 1, .first_row = row};
        auto const found = analyses.find(line.code);
        if (found != analyses.end() && !found->second.is_empty()) {
            block.analysis = found->second.under(policy_of(estimate));
            auto const& [lines, rows, finished] = block.analysis;
            block.finished = {row + finished.row - rows.first, finished.column};
            row += rows.last - rows.first + 1 + kBlankRows;
        } else {
            block.finished = {row + 1, kAmount};
            row += 2 + kBlankRows;
        }
        blocks.push_back(std::move(block));
    }
    return blocks;
}

sheet::Page datas_page() { return {.repeated = sheet::RowRange{kHeaderRow, kHeaderRow}}; }

void write_datas(sheet::SheetWriter& sheet, Estimate const& estimate, std::vector<DatasBlock> const& blocks) {
    write_head(sheet, estimate);
    for (auto const& block : blocks) write_block(sheet, block);
}

}  // namespace ssr::works
