#pragma once

#include <string>
#include <string_view>

#include "domain/works/datas_sheet.h"

namespace ssr::works {

/// The workbook of an estimate (work-modules 2.3): sheets Estimate and Datas, live formulas with the stored
/// figures beside them. The estimate is ready: unready() is empty.
std::string workbook_of(Estimate const& estimate, Analyses const& analyses, Instant made_at);

/// "Estimate_Repairs to Block C.xlsx": without what a file's name cannot hold.
std::string workbook_name(std::string_view work_name);

}  // namespace ssr::works
