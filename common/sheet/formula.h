#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/cell_address.h"
#include "sheet/decimal.h"

namespace ssr::sheet {

/// A cell that a formula names: J57, $J$57, Lead!C4. The dollar signs matter only to whoever copies it.
struct Reference {
    std::string sheet;  // empty: the formula's own
    CellRange cells;    // first == last: one cell
};

/// A formula taken apart: numbers, + - * / %, parentheses, references, SUM, ROUND, MROUND; that is all that
/// rate books use (work-modules 1.1), and all that there is.
struct Expression {
    enum class Kind {
        number,
        cell,
        range,     // in SUM only
        negate,    // of one; in an `add`: subtracted
        over,      // of one, in a `multiply` only: divided by it
        percent,   // of one
        add,       // of two or more
        multiply,  // of two or more, from left to right
        sum,
        round,
        mround,
    };
    Kind kind = Kind::number;
    Decimal number;
    Reference reference;               // of cell and range
    std::vector<Expression> operands;  // arguments of functions, too
};

/// The formula without "="; the error says what is not understood, in the user's words ("uses the function
/// IF, which is not supported").
Result<Expression, std::string> parse_formula(std::string_view formula);
/// Every cell and range that the formula names, in the order written; none where it is not understood.
std::vector<Reference> references_of(std::string_view formula);
/// The formula with references written anew: `write` is asked for each, nothing keeps it as it is.
std::string with_references(std::string_view formula,
                            std::function<std::optional<std::string>(Reference const&)> const& write);

/// The formula as Excel fills it down or right: relative references move, those with $ stay. Text in quotes
/// and whatever else stands in it is copied. A reference that leaves the sheet becomes #REF!.
std::string filled(std::string_view formula, int rows, int columns);

/// Rows of a sheet, both included.
struct RowRange {
    int first = 1;
    int last = 1;
    bool holds(int row) const { return first <= row && row <= last; }
};

struct Rebased {
    std::string formula;
    std::vector<std::string> leaving;  // references that leave the block, as written; they are not moved
};

/// The formula of a cell of `block` when the whole block moves so that its first row is `to_row`: every
/// reference into the block moves with it, with $ or without. A range counts as inside where both its corners
/// are.
Rebased rebase(std::string_view formula, RowRange block, int to_row);

}  // namespace ssr::sheet
