#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sheet/workbook.h"

namespace ssr::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip file of these parts, compressed; with a password where one is given.
std::string packed(Parts const& parts, std::string const& password = "");

/// The parts of a workbook of one sheet, "Sheet1"; `rows` is the inside of its <sheetData>.
Parts workbook_parts(std::string const& rows, std::string const& strings = "",
                     std::string const& styles = "");
std::string workbook_of(std::string const& rows, std::string const& strings = "",
                        std::string const& styles = "");

/// That workbook read; fails the test where it is refused.
sheet::Workbook read(std::string const& bytes);
/// What is said against it; all sentences, one a line, with their cells.
std::string refusal(std::string const& bytes);

}  // namespace ssr::test
