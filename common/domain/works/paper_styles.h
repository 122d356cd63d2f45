#pragma once

#include <string_view>

#include "sheet/xlsx_writer.h"

// How our papers look, the same on every sheet.
namespace ssr::works {

inline constexpr std::uint32_t kHeadingFill = 0xEDF1F2;
inline sheet::Style const kHeaderStyle{
    .align = sheet::Style::Align::center, .bold = true, .wrapped = true, .fill_rgb = kHeadingFill};

/// Rows 1 and 2: the title and the name of the work, over all columns.
void write_title(sheet::SheetWriter& sheet, int columns, std::string_view title, std::string_view work_name);

}  // namespace ssr::works
