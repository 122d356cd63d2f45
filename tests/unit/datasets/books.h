#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/datasets/rate_book.h"
#include "sheet/workbook.h"

namespace ssr::test {

std::string file_bytes(std::string const& path);
std::string example_bytes();     // the example rate book, an .xlsx
sheet::Workbook example_book();  // the same, read
std::string example_rates();     // its rates under all policies, as CSV

/// Writes a cell as one types it: "=J5*2", "12.5", "Helper"; empty takes it away.
void put(sheet::Workbook& book, std::string_view sheet, std::string_view at, std::string_view typed);
/// A heading of an item: red letters on yellow.
void head(sheet::Workbook& book, std::string_view sheet, std::string_view at, std::string_view name);
/// Takes the colours of a heading away, so that its rows belong to the item above.
void bleach(sheet::Workbook& book, std::string_view sheet, std::string_view at);

/// A book of one group, "Points" in Pts, with one block that begins in row 1 of "Master Datas".
sheet::Workbook book_of_one(std::string_view name = "Bell Point");

/// All that was said, a line each: "error Master Datas!J9: …".
std::string said(datasets::BookReading const& reading);
std::vector<datasets::BookItem> items_of(datasets::BookReading const& reading);
datasets::BookItem item_of(datasets::BookReading const& reading, std::string_view name);

/// What reading a flat book of this text comes to.
datasets::BookReading read_flat(std::string const& csv, datasets::BookForm const& form = {});

}  // namespace ssr::test
