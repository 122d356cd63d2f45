#pragma once

#include "estimate/pages.h"

// Parts of the editor, each filled in a file of its own.
namespace ssr::estimate {

/// The dictionary of shelf.tpl: groups, and items to tick.
void fill_shelf(view::Dictionary& shelf, EditorPage const& page);

/// The dictionary of line.tpl. `quantity` is what stands in its field; `error` the complaint beside it.
struct LineShown {
    works::Line const& line;
    int number = 1;
    std::string quantity, error;
};
void fill_line(view::Dictionary& row, works::Estimate const& estimate, LineShown const& shown);

}  // namespace ssr::estimate
