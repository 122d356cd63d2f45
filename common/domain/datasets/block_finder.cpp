#include "domain/datasets/block_finder.h"

#include "base/text.h"
#include "domain/datasets/analysis.h"
#include "domain/datasets/item_words.h"

namespace ssr::datasets {

namespace {

constexpr std::uint32_t kYellow = 0xFFFF00, kRed = 0xFF0000;
constexpr int kReferenceColumn = 2, kDescriptionColumn = 4;
constexpr std::size_t kShortestDescription = 25;

sheet::Cell const* heading_of(sheet::Row const& row) {
    for (auto const& cell : row.cells) {
        if (cell.column > kColumns) break;
        auto const is_marked = cell.fill_rgb == kYellow && cell.font_rgb == kRed;
        auto const is_text = cell.kind == sheet::Cell::Kind::text && cell.formula.empty();
        if (is_marked && is_text && !cleaned(cell.text).empty()) return &cell;
    }
    return nullptr;
}

bool holds_something(sheet::Row const& row) {
    return std::ranges::any_of(
        row.cells, [](sheet::Cell const& cell) { return cell.column <= kColumns && !cell.is_empty(); });
}

std::string text_at(sheet::Sheet const& sheet, sheet::CellAddress at) {
    auto const* const cell = sheet.find(at);
    return cell ? cleaned(cell->text) : std::string{};
}

bool is_specification(std::string_view text) {
    return utf8_length(text) >= kShortestDescription && !is_caption(text);
}

// Two rows below the heading, where a book has it; else one or three below, as some have.
void describe(Block& block, sheet::Sheet const& sheet) {
    auto const reference = [&](int row) { return text_at(sheet, {row, kReferenceColumn}); };
    block.source_ref = reference(block.heading.row + 2);
    for (auto const below : {2, 1, 3}) {
        auto const row = block.heading.row + below;
        if (!block.rows.holds(row)) continue;
        auto text = text_at(sheet, {row, kDescriptionColumn});
        if (!is_specification(text)) continue;
        block.description = std::move(text);
        if (auto beside = reference(row); !beside.empty()) block.source_ref = std::move(beside);
        return;
    }
}

bool is_end(Block const& block) { return !block.finished && upper(block.name) == "END"; }

}  // namespace

std::vector<Block> find_blocks(sheet::Sheet const& sheet) {
    std::vector<Block> blocks;
    for (auto const& row : sheet.rows) {
        if (auto const* const heading = heading_of(row))
            blocks.push_back({.name = cleaned(heading->text),
                              .heading = {row.number, heading->column},
                              .rows = {row.number, row.number}});
        if (blocks.empty() || !holds_something(row)) continue;
        blocks.back().rows.last = row.number;
        auto const* const amount = row.find(kAmountColumn);
        auto const is_heading = row.number == blocks.back().heading.row;
        if (amount && !amount->is_empty() && !is_heading)
            blocks.back().finished = {row.number, kAmountColumn};
    }
    std::erase_if(blocks, is_end);
    for (auto& block : blocks) describe(block, sheet);
    return blocks;
}

}  // namespace ssr::datasets
