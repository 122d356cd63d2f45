#pragma once

#include "domain/datasets/rate_book.h"
#include "sheet/workbook.h"

namespace ssr::datasets {

/// Reads a workbook of the department's layout: analyses on the sheet "Master Datas", groups on "Groups"
/// (work-modules 1.1). Formulas are worked out here; what the file has stored of them is not trusted.
BookReading read_rate_book(sheet::Workbook const& workbook, BookForm const& form = {});

}  // namespace ssr::datasets
