#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ssr::sheet {

inline constexpr int kMostRows = 1'048'576;
inline constexpr int kMostColumns = 16'384;

/// A cell's place in its sheet, counted from 1: {57, 10} is J57.
struct CellAddress {
    int row = 1;
    int column = 1;
    auto operator<=>(CellAddress const&) const = default;
};

/// Both cells included.
struct CellRange {
    CellAddress first, last;
    bool holds(CellAddress at) const {
        return first.row <= at.row && at.row <= last.row && first.column <= at.column &&
               at.column <= last.column;
    }
};

std::string column_letters(int column);                           // 28 is "AB"
std::optional<int> parse_column(std::string_view letters);        // "ab" is 28; within a sheet's columns only
std::string to_text(CellAddress at);                              // "J57"
std::optional<CellAddress> parse_address(std::string_view text);  // "J57", "$J$57"; within a sheet only
/// "Datas!J57", with the sheet's name in quotes where it needs them: for formulas.
std::string reference(std::string_view sheet, CellAddress at);

}  // namespace ssr::sheet
