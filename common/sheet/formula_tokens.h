#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sheet/cell_address.h"

namespace ssr::sheet {

/// A piece of a formula. The pieces of a formula, put together, are the formula.
struct Token {
    enum class Kind { blank, number, cell, name, function, quoted, error, symbol };
    Kind kind = Kind::symbol;
    std::string_view text;  // as written, of a cell with its sheet
    // Of a cell:
    std::string_view sheet_as_written;  // "'Lead 1'!"; empty: none
    std::string sheet;                  // "Lead 1"
    CellAddress at;
    bool is_row_fixed = false;  // behind a $
    bool is_column_fixed = false;

    bool is(char symbol) const { return kind == Kind::symbol && text.size() == 1 && text[0] == symbol; }
    /// The cell as it is written when it stands at `to`; #REF! outside of a sheet.
    std::string moved(int row, int column) const;
};

/// Never fails: what cannot be told is a symbol or a name. The tokens refer to `formula`.
std::vector<Token> tokens_of(std::string_view formula);

}  // namespace ssr::sheet
