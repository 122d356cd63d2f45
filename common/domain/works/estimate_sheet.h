#pragma once

#include "domain/works/datas_sheet.h"

namespace ssr::works {

sheet::Page estimate_page();

/// Items with their rates taken from sheet Datas, then the totals: formulas, each with its stored figure.
void write_estimate(sheet::SheetWriter& sheet, Estimate const& estimate,
                    std::vector<DatasBlock> const& blocks);

}  // namespace ssr::works
