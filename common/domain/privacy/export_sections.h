#pragma once

#include <span>
#include <string>
#include <string_view>

// Which tables hold a person, and what of them he gets a copy of. A test compares this with the schema: a new
// table that hangs on people, and a new column, must be put on one of the lists.
namespace ssr::privacy {

/// A table of the export. All columns are given but the withheld ones: keys of ours, secrets, other people's.
struct ExportSection {
    std::string_view table, heading;
    std::string rows;           // what stands after FROM, as t: the rows of the person :user
    std::string_view withheld;  // "id,user_id"
};
std::span<ExportSection const> export_sections();
/// SELECT of one column `row` (JSON as text).
std::string sql_of(ExportSection const& section);

/// A table that hangs on people and is not given, and why.
struct NotExported {
    std::string_view table, why;
};
std::span<NotExported const> not_exported();

}  // namespace ssr::privacy
