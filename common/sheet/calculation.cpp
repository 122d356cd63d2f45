#include "sheet/calculation.h"

#include "base/text.h"

namespace ssr::sheet {

namespace {

// Far beyond any rate book; what lies behind is a mistake or an attack.
constexpr int kDeepest = 2'000;
constexpr std::int64_t kMostCellsRead = 50'000'000;

std::string shortened(std::string_view text) {
    auto const line = collapsed(text);
    if (line.size() <= 40) return line;
    auto end = std::size_t{40};
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
        --end;  // not within a character
    return line.substr(0, end) + "…";
}

/// Counts how deep evaluation is, for as long as it is in scope.
struct Depth {
    explicit Depth(int& depth) : depth{depth} { ++depth; }
    ~Depth() { --depth; }
    int& depth;
};

}  // namespace

void Calculation::replace(std::string_view sheet, CellAddress at, Cell cell) {
    if (auto const index = index_of(sheet)) replaced_.insert_or_assign(Place{*index, at}, std::move(cell));
}

Result<Decimal, Complaint> Calculation::number(std::string_view sheet, CellAddress at) {
    auto const index = index_of(sheet);
    if (!index) return Err{Complaint{std::string{sheet}, to_text(at), "There is no sheet of this name."}};
    return number_at({*index, at}, {*index, at});
}

std::optional<std::size_t> Calculation::index_of(std::string_view sheet) const {
    auto const* const found = book_.sheet(sheet);
    if (!found) return std::nullopt;
    return static_cast<std::size_t>(found - book_.sheets.data());
}

Cell const* Calculation::cell_at(Place const& place) const {
    if (auto const found = replaced_.find(place); found != replaced_.end()) return &found->second;
    return book_.sheets[place.sheet].find(place.at);
}

Complaint Calculation::complaint(Place const& place, std::string message) const {
    return {book_.sheets[place.sheet].name, to_text(place.at), std::move(message)};
}

std::string Calculation::name_of(Place const& place, std::size_t seen_from) const {
    return place.sheet == seen_from ? to_text(place.at) : reference(book_.sheets[place.sheet].name, place.at);
}

// The value of a cell where a number is needed. A wrong typed value is the fault of the formula that uses it.
Calculation::Number Calculation::number_at(Place const& place, Place const& asked_by) {
    auto const* const found = cell_at(place);
    if (!found) return Decimal{};
    if (!found->formula.empty()) return formula(place, found->formula);
    auto const wrong = [&](std::string const& what) {
        auto const where =
            place == asked_by ? std::string{"This cell"} : "The cell " + name_of(place, asked_by.sheet);
        return Err{complaint(asked_by, where + what)};
    };
    switch (found->kind) {
        case Cell::Kind::blank: return Decimal{};
        case Cell::Kind::text:
            return wrong(" holds the text “" + shortened(found->text) + "” where a number is needed.");
        case Cell::Kind::boolean: return wrong(" holds " + found->text + " where a number is needed.");
        case Cell::Kind::error: return wrong(" holds the error " + found->text + ".");
        case Cell::Kind::number: break;
    }
    if (auto const number = Decimal::parse(found->text)) return *number;
    return wrong(" holds “" + shortened(found->text) + "”, which is not a number.");
}

Calculation::Number Calculation::formula(Place const& place, std::string const& text) {
    if (auto const known = known_.find(place); known != known_.end()) return known->second;
    if (open_.contains(place)) return Err{complaint(place, "The formula depends on itself.")};
    open_.emplace(place, true);
    auto const parsed = parse_formula(text);
    auto result =
        parsed ? value(*parsed, place) : Number{Err{complaint(place, "The formula " + parsed.error() + ".")}};
    open_.erase(place);
    known_.insert_or_assign(place, result);
    return result;
}

Calculation::Number Calculation::value(Expression const& expression, Place const& in) {
    Depth const deeper{depth_};
    if (depth_ > kDeepest) return Err{complaint(in, "The formula goes through too many other formulas.")};
    auto result = worked_out(expression, in);
    if (result && result->is_beyond_range())
        return Err{complaint(in, "The formula gives too large a number.")};
    return result;
}

Calculation::Number Calculation::worked_out(Expression const& expression, Place const& in) {
    using enum Expression::Kind;
    switch (expression.kind) {
        case Expression::Kind::number: return expression.number;
        case Expression::Kind::cell: {
            auto const place = place_of(expression.reference, in);
            if (!place) return Err{complaint(in, "There is no sheet “" + expression.reference.sheet + "”.")};
            return number_at(*place, in);
        }
        case add: return added(expression, in);
        case multiply: return multiplied(expression, in);
        case Expression::Kind::sum: return summed(expression, in);
        case round:
        case mround: return rounded(expression, in);
        case range: return sum_of_cells(expression.reference, in);
        case over:
        case negate:
        case percent: break;
    }
    auto const inner = value(expression.operands.front(), in);
    if (!inner || expression.kind == over) return inner;
    return expression.kind == negate ? -*inner : *inner / Decimal::of(100);
}

Calculation::Number Calculation::added(Expression const& expression, Place const& in) {
    Decimal total;
    for (auto const& operand : expression.operands) {
        auto const next = value(operand, in);
        if (!next) return next;
        total = total + *next;
    }
    return total;
}

Calculation::Number Calculation::multiplied(Expression const& expression, Place const& in) {
    auto product = Decimal::of(1);
    for (auto const& operand : expression.operands) {
        auto const next = value(operand, in);
        if (!next) return next;
        auto const is_divisor = operand.kind == Expression::Kind::over;
        if (is_divisor && next->is_zero()) return Err{complaint(in, "The formula divides by zero.")};
        product = is_divisor ? product / *next : product * *next;
        if (product.is_beyond_range()) return Err{complaint(in, "The formula gives too large a number.")};
    }
    return product;
}

Calculation::Number Calculation::rounded(Expression const& expression, Place const& in) {
    auto const number = value(expression.operands[0], in);
    if (!number) return number;
    auto const second = value(expression.operands[1], in);
    if (!second) return second;
    if (expression.kind == Expression::Kind::round) {
        auto const decimals = second->units(0);
        if (!decimals || *decimals < -15 || *decimals > 15)
            return Err{complaint(in, "The formula rounds to a count of decimals beyond 15.")};
        return number->rounded(static_cast<int>(*decimals));
    }
    if (second->is_zero() || number->is_zero()) return Decimal{};
    if (number->sign() != second->sign())
        return Err{complaint(in, "MROUND needs a number and a multiple of the same sign.")};
    return (*number / *second).rounded(0) * *second;
}

// A cell that is named alone in SUM counts like a range of one: its text is passed over.
Calculation::Number Calculation::summed(Expression const& expression, Place const& in) {
    Decimal total;
    for (auto const& operand : expression.operands) {
        auto const is_reference =
            operand.kind == Expression::Kind::cell || operand.kind == Expression::Kind::range;
        auto const next = is_reference ? sum_of_cells(operand.reference, in) : value(operand, in);
        if (!next) return next;
        total = total + *next;
    }
    return total;
}

Calculation::Number Calculation::sum_of_cells(Reference const& reference, Place const& in) {
    Depth const deeper{depth_};
    auto const first = place_of(reference, in);
    if (!first) return Err{complaint(in, "There is no sheet “" + reference.sheet + "”.")};
    Decimal total;
    auto const& rows = book_.sheets[first->sheet].rows;
    for (auto row = std::ranges::lower_bound(rows, reference.cells.first.row, {}, &Row::number);
         row != rows.end() && row->number <= reference.cells.last.row; ++row)
        if (auto fault = add_row(*row, reference.cells, first->sheet, in, total))
            return Err{*std::move(fault)};
    return total;
}

std::optional<Complaint> Calculation::add_row(Row const& row, CellRange const& cells, std::size_t sheet,
                                              Place const& in, Decimal& total) {
    for (auto const& each : row.cells) {
        Place const place{sheet, {row.number, each.column}};
        if (!cells.holds(place.at)) continue;
        if (++cells_read_ > kMostCellsRead) return complaint(in, "The formulas add up too many cells.");
        auto const* const now = cell_at(place);
        auto const is_passed_over =
            now->formula.empty() && (now->kind == Cell::Kind::text || now->kind == Cell::Kind::boolean);
        if (is_passed_over) continue;
        auto const next = number_at(place, in);
        if (!next) return next.error();
        total = total + *next;
    }
    return std::nullopt;
}

std::optional<Calculation::Place> Calculation::place_of(Reference const& reference, Place const& in) const {
    if (reference.sheet.empty()) return Place{in.sheet, reference.cells.first};
    auto const sheet = index_of(reference.sheet);
    if (!sheet) return std::nullopt;
    return Place{*sheet, reference.cells.first};
}

}  // namespace ssr::sheet
