#pragma once

#include <map>
#include <vector>

#include "domain/datasets/block_finder.h"
#include "domain/datasets/policy_rows.h"
#include "domain/datasets/rate_book.h"
#include "sheet/calculation.h"

namespace ssr::datasets {

/// Works out blocks of one sheet under all four policies.
class BlockReader {
public:
    /// All four outlive the reader.
    BlockReader(sheet::Workbook const& book, sheet::Sheet const& sheet, std::vector<Block> const& blocks,
                PolicyPercentages const& percentages, Findings& findings);

    /// For each policy what the book comes to when its rows are changed accordingly.
    PolicyRates rates(Block const& block);
    AnalysisBook analysis(Block const& block);
    PolicyRow const* policy_row(int row) const;
    /// The cell's number as the book stands; nothing where it has none.
    std::optional<sheet::Decimal> number(sheet::CellAddress at);

private:
    void add_policy_rows(Block const& block);
    sheet::Calculation& under(Policy policy) { return calculations_.at(policy); }
    sheet::Cell source(sheet::Row const& row, sheet::Cell const& cell, Policy policy) const;
    AnalysisBook::Line line(Block const& block, sheet::Row const& row);
    std::optional<AnalysisBook::Cell> cell(Block const& block, sheet::Row const& row,
                                           sheet::Cell const& cell);
    AnalysisCell worked_out(Block const& block, sheet::CellAddress at, sheet::Cell const& source,
                            Policy policy);
    std::optional<std::string> text_result(sheet::Cell const& source) const;
    std::string closed(Block const& block, std::string_view formula, Policy policy);
    std::string value_of(sheet::Reference const& reference, Policy policy);

    sheet::Workbook const& book_;
    sheet::Sheet const& sheet_;
    PolicyPercentages percentages_;
    Findings& findings_;
    std::map<Policy, sheet::Calculation> calculations_;
    std::map<int, PolicyRow> policy_rows_;
};

}  // namespace ssr::datasets
