#include "domain/datasets/block_reader.h"

#include "base/text.h"
#include "domain/datasets/item_words.h"

namespace ssr::datasets {

namespace {

using sheet::CellAddress;
using sheet::Decimal;

constexpr int kQuantityColumn = 5, kRateColumn = 9;
constexpr std::int64_t kBeyondRates = 10'000'000'000;  // paise: Rs. 10,00,00,000

bool is_text(sheet::Cell const& cell) {
    return cell.formula.empty() &&
           (cell.kind == sheet::Cell::Kind::text || cell.kind == sheet::Cell::Kind::boolean);
}

bool is_filled(sheet::Row const& row, int column) {
    auto const* const cell = row.find(column);
    return cell && !cell->is_empty();
}

std::string printable(std::string_view text) {
    std::string out;
    for (auto const c : trimmed(text))
        if (c == '\n' || (static_cast<unsigned char>(c) >= 32 && c != 127)) out += c;
    return out;
}

LineKind amount_kind(sheet::Row const& row) {
    if (is_filled(row, kQuantityColumn) || is_filled(row, kRateColumn)) return LineKind::resource;
    for (auto const& cell : row.cells)
        if (cell.column < kAmountColumn && lower(cleaned(cell.text)).starts_with("total"))
            return LineKind::total;
    return LineKind::subtotal;
}

/// "(-3)" where a minus would run into the sign before it.
std::string as_operand(Decimal const& number) {
    return number.sign() < 0 ? "(" + number.text() + ")" : number.text();
}

}  // namespace

BlockReader::BlockReader(sheet::Workbook const& book, sheet::Sheet const& sheet,
                         std::vector<Block> const& blocks, PolicyPercentages const& percentages,
                         Findings& findings)
    : book_{book}, sheet_{sheet}, percentages_{percentages}, findings_{findings} {
    for (auto const policy : kPolicies) calculations_.emplace(policy, sheet::Calculation{book});
    for (auto const& block : blocks) add_policy_rows(block);
}

void BlockReader::add_policy_rows(Block const& block) {
    for (auto number = block.rows.first + 1; number <= block.rows.last; ++number) {
        auto const* const row = sheet_.row(number);
        auto const* const amount = row ? row->find(kAmountColumn) : nullptr;
        auto const found = row ? policy_row_of(*row) : std::nullopt;
        if (!found || !amount || amount->is_empty() || is_text(*amount)) continue;
        policy_rows_.emplace(number, *found);
        for (auto const policy : kPolicies)
            if (policy != Policy::municipal_repair)
                under(policy).replace(sheet_.name, {number, kAmountColumn},
                                      amount_under(policy, *found, *amount, percentages_));
    }
}

PolicyRow const* BlockReader::policy_row(int row) const {
    auto const found = policy_rows_.find(row);
    return found == policy_rows_.end() ? nullptr : &found->second;
}

std::optional<Decimal> BlockReader::number(CellAddress at) {
    auto const number = under(Policy::municipal_repair).number(sheet_.name, at);
    if (!number) return std::nullopt;
    return *number;
}

PolicyRates BlockReader::rates(Block const& block) {
    PolicyRates rates;
    for (auto const policy : kPolicies) {
        auto const number = under(policy).number(sheet_.name, *block.finished);
        if (!number) {
            findings_.error(number.error());
            continue;
        }
        auto const paise = number->units(2);
        if (!paise || *paise >= kBeyondRates)
            findings_.error(
                complaint(sheet_.name, *block.finished, "The finished rate is above Rs. 9,99,99,999.99."));
        else if (*paise <= 0)
            findings_.error(
                complaint(sheet_.name, *block.finished,
                          "The finished rate is " + number->text() + "; it must be more than 0."));
        else
            rates.of(policy) = Rate::from_paise(*paise);
    }
    return rates;
}

AnalysisBook BlockReader::analysis(Block const& block) {
    AnalysisBook analysis;
    for (auto number = block.rows.first; number <= block.rows.last; ++number)
        if (auto const* const row = sheet_.row(number))
            if (auto made = line(block, *row); !made.cells.empty()) analysis.lines.push_back(std::move(made));
    return analysis;
}

AnalysisBook::Line BlockReader::line(Block const& block, sheet::Row const& row) {
    AnalysisBook::Line line{.row = row.number};
    for (auto const& each : row.cells)
        if (each.column <= kColumns && !each.is_empty())
            if (auto made = cell(block, row, each)) line.cells.push_back(*std::move(made));
    auto const* const policy = policy_row(row.number);
    if (row.number == block.heading.row)
        line.kind = LineKind::heading;
    else if (block.finished && row.number == block.finished->row)
        line.kind = LineKind::final;
    else if (policy)
        line.kind = policy->kind;
    else if (is_filled(row, kAmountColumn))
        line.kind = amount_kind(row);
    return line;
}

std::optional<AnalysisBook::Cell> BlockReader::cell(Block const& block, sheet::Row const& row,
                                                    sheet::Cell const& cell) {
    CellAddress const at{row.number, cell.column};
    AnalysisBook::Cell made;
    made.stored =
        worked_out(block, at, source(row, cell, Policy::municipal_repair), Policy::municipal_repair);
    if (!made.stored.is_number && made.stored.text.empty()) return std::nullopt;
    if (cell.formula.empty() && !policy_row(row.number)) return made;  // typed: the same everywhere
    for (auto const policy : kPolicies) {
        auto other = worked_out(block, at, source(row, cell, policy), policy);
        if (other != made.stored) made.others.emplace(policy, std::move(other));
    }
    return made;
}

/// What stands in the cell under that policy.
sheet::Cell BlockReader::source(sheet::Row const& row, sheet::Cell const& cell, Policy policy) const {
    auto const* const changes = policy_row(row.number);
    if (!changes) return cell;
    if (cell.column == kAmountColumn) return amount_under(policy, *changes, cell, percentages_);
    if (cell.column != changes->label_column || !cell.formula.empty()) return cell;
    auto labelled = cell;
    labelled.text = label_under(policy, *changes, percentages_);
    return labelled;
}

AnalysisCell BlockReader::worked_out(Block const& block, CellAddress at, sheet::Cell const& source,
                                     Policy policy) {
    AnalysisCell out{.column = at.column};
    if (is_text(source)) {
        out.text = printable(source.text);
        return out;
    }
    if (auto text = text_result(source)) {
        out.text = *std::move(text);
        return out;
    }
    auto const number = under(policy).number(sheet_.name, at);
    if (!number) {
        findings_.error(number.error());
        return out;
    }
    out.is_number = true;
    out.text = number->text();
    if (!source.formula.empty()) out.formula = closed(block, source.formula, policy);
    return out;
}

/// Of a formula that only repeats a text, or came to one when the book was saved.
std::optional<std::string> BlockReader::text_result(sheet::Cell const& source) const {
    if (source.formula.empty()) return std::nullopt;
    if (source.kind == sheet::Cell::Kind::text) return printable(source.text);
    auto const parsed = sheet::parse_formula(source.formula);
    if (!parsed || parsed->kind != sheet::Expression::Kind::cell) return std::nullopt;
    auto const& reference = parsed->reference;
    auto const* const sheet = reference.sheet.empty() ? &sheet_ : book_.sheet(reference.sheet);
    auto const* const named = sheet ? sheet->find(reference.cells.first) : nullptr;
    if (!named || !is_text(*named)) return std::nullopt;
    return printable(named->text);
}

/// The formula with every reference that leaves the block written in as its value.
std::string BlockReader::closed(Block const& block, std::string_view formula, Policy policy) {
    return sheet::with_references(
        formula, [&](sheet::Reference const& reference) -> std::optional<std::string> {
            auto const& [first, last] = reference.cells;
            auto const is_own = reference.sheet.empty() || book_.sheet(reference.sheet) == &sheet_;
            auto const is_inside = is_own && block.rows.holds(first.row) && block.rows.holds(last.row) &&
                                   std::max(first.column, last.column) <= kColumns;
            if (!is_inside) return value_of(reference, policy);
            if (reference.sheet.empty()) return std::nullopt;
            return first == last ? sheet::to_text(first) : sheet::to_text(first) + ":" + sheet::to_text(last);
        });
}

// What the formula uses has been worked out before, so there are no faults to tell here.
std::string BlockReader::value_of(sheet::Reference const& reference, Policy policy) {
    auto const* const sheet = reference.sheet.empty() ? &sheet_ : book_.sheet(reference.sheet);
    if (!sheet) return "0";
    auto const [a, b] = reference.cells;
    sheet::CellRange const cells{{std::min(a.row, b.row), std::min(a.column, b.column)},
                                 {std::max(a.row, b.row), std::max(a.column, b.column)}};
    Decimal total;
    auto row = std::ranges::lower_bound(sheet->rows, cells.first.row, {}, &sheet::Row::number);
    for (; row != sheet->rows.end() && row->number <= cells.last.row; ++row)
        for (auto const& cell : row->cells) {
            CellAddress const at{row->number, cell.column};
            if (!cells.holds(at) || is_text(cell)) continue;
            if (auto const number = under(policy).number(sheet->name, at)) total = total + *number;
        }
    return as_operand(total);
}

}  // namespace ssr::datasets
