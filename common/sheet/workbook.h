#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/cell_address.h"

namespace ssr::sheet {

/// A cell as a file has it. A number stays the decimal text that was stored: no double is made of it.
struct Cell {
    enum class Kind : std::uint8_t { blank, number, text, boolean, error };
    int column = 1;
    Kind kind = Kind::blank;
    std::string
        text;  // number, text, "TRUE" or "FALSE", "#REF!"; of a formula what it came to when it was saved
    std::string formula;                    // without "=", shared ones written out; empty: a typed value
    std::optional<std::uint32_t> fill_rgb;  // of a solid fill, 0xFFFF00
    std::optional<std::uint32_t> font_rgb;  // of the cell, or of the first letters where they differ

    bool is_empty() const { return kind == Kind::blank && formula.empty(); }
};

struct Row {
    int number = 1;
    std::vector<Cell> cells;  // by column

    Cell const* find(int column) const;
};

struct Sheet {
    std::string name;
    std::vector<Row> rows;  // by number; empty ones left out

    Row const* row(int number) const;
    Cell const* find(CellAddress at) const;
    int last_row() const { return rows.empty() ? 0 : rows.back().number; }
};

/// A workbook in memory: for rate books and forms, not for tables of 100,000 rows.
struct Workbook {
    std::vector<Sheet> sheets;
    bool dates_from_1904 = false;

    /// As Excel compares names of sheets: without regard to capitals.
    Sheet const* sheet(std::string_view name) const;
};

}  // namespace ssr::sheet
