#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/datasets/analysis.h"
#include "domain/datasets/policy.h"
#include "sheet/workbook.h"

namespace ssr::datasets {

/// A row of an analysis whose percentage depends on place or kind of work.
struct PolicyRow {
    int row = 1;
    LineKind kind = LineKind::policy_ghmc;  // or policy_overhead
    int label_column = 4;
    std::string label;
    std::optional<Percent> says;  // the percentage of the label
};

/// By its label: "Add GHMC allowance @40%", "Add Overhead @10.615%", "Add contractor overheads@…", "Add OH
/// @…".
std::optional<PolicyRow> policy_row_of(sheet::Row const& row);

/// The percentage that the formula itself uses; `expected` decides where it has several numbers.
std::optional<sheet::Decimal> percentage_in(std::string_view formula, Percent expected);
/// The formula with `to` in place of its percentage, which is `from` where it can be told; else the whole is
/// scaled.
std::string with_percentage(std::string_view formula, Percent from, Percent to);

/// The row's amount under that policy. Nil outside of the municipal area, also where the book typed a number.
sheet::Cell amount_under(Policy policy, PolicyRow const& row, sheet::Cell const& amount,
                         PolicyPercentages const& percentages);
/// The label with the percentage that is really used.
std::string label_under(Policy policy, PolicyRow const& row, PolicyPercentages const& percentages);

}  // namespace ssr::datasets
