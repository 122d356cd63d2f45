#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sheet/formula.h"
#include "sheet/workbook.h"

namespace ssr::datasets {

/// The rows of one item in a sheet of analyses.
struct Block {
    std::string name;                            // as the heading has it, white space collapsed
    sheet::CellAddress heading;                  // red letters on yellow: the only mark of a new block
    sheet::RowRange rows;                        // from the heading to the last row that holds something
    std::optional<sheet::CellAddress> finished;  // the last filled cell of J; none: no rate

    std::string description;  // of three rows below the heading the one that is a specification; may be empty
    std::string source_ref;   // column B beside it
};

/// By rows. A heading that only says END and has no rate closes the book, and is no block.
std::vector<Block> find_blocks(sheet::Sheet const& sheet);

}  // namespace ssr::datasets
