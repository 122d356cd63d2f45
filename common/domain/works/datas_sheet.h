#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/datasets/analysis.h"
#include "domain/works/estimate.h"
#include "sheet/xlsx_writer.h"

namespace ssr::works {

using Analyses = std::map<std::string, datasets::AnalysisBook>;  // by item code

inline constexpr std::string_view kDatasSheet = "Datas";

/// The rate analysis of one item of the estimate, and its place on sheet Datas.
struct DatasBlock {
    Line const* line;
    int number = 1;               // "Data 1"
    datasets::Analysis analysis;  // no lines: the book gives the rate alone
    int first_row = 1;
    sheet::CellAddress finished;  // where the finished rate stands on the sheet
};

datasets::Policy policy_of(Estimate const& estimate);

/// In document order, one below the other. The lines stay the estimate's.
std::vector<DatasBlock> datas_blocks(Estimate const& estimate, Analyses const& analyses);

/// The row that stands at the head of each printed page.
sheet::Page datas_page();
void write_datas(sheet::SheetWriter& sheet, Estimate const& estimate, std::vector<DatasBlock> const& blocks);

}  // namespace ssr::works
