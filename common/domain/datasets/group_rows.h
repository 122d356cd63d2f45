#pragma once

#include <string>
#include <vector>

#include "domain/datasets/findings.h"
#include "sheet/workbook.h"

namespace ssr::datasets {

/// A line of the sheet "Groups": where an item belongs, and what is said of it besides.
struct GroupRow {
    int row = 1;
    std::string name, group;
    std::string prefix, unit;  // empty: not said
    bool is_used = false;      // by an item
};

/// From the second row on; a row without name or group says nothing. Prefix and unit stand in C and D, in
/// books of temporary works the unit in C: the heads tell.
std::vector<GroupRow> read_group_rows(sheet::Sheet const& sheet, Findings& findings);

}  // namespace ssr::datasets
