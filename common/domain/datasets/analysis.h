#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "domain/datasets/policy.h"
#include "sheet/decimal.h"
#include "sheet/formula.h"

namespace ssr::datasets {

enum class LineKind { heading, resource, subtotal, policy_ghmc, policy_overhead, total, final, text };
std::string_view code(LineKind kind);  // "policy_ghmc"
std::optional<LineKind> parse_line_kind(std::string_view code);

/// One cell of an analysis: a text, a number, or a formula with what it comes to.
struct AnalysisCell {
    int column = 1;       // 1 is A, 10 is J
    std::string formula;  // without "=", rows as in the book; empty: none
    std::string text;     // the text; or the number, typed or worked out, with 15 significant digits
    bool is_number = false;

    sheet::Decimal number() const;  // zero where it is a text
    bool operator==(AnalysisCell const&) const = default;
};

/// One row of an analysis.
struct AnalysisLine {
    int row = 1;  // in the book
    LineKind kind = LineKind::text;
    bool is_hidden = false;           // a row that the policy makes zero is not printed
    std::vector<AnalysisCell> cells;  // by column; empty cells left out

    AnalysisCell const* cell(int column) const;
    bool operator==(AnalysisLine const&) const = default;
};

/// How an item's rate comes about under one policy: formulas, values and labels are that policy's. References
/// that leave the block are resolved to their values already, so sheet::rebase() moves it as a whole.
struct Analysis {
    std::vector<AnalysisLine> lines;  // by row
    sheet::RowRange rows;             // of the block, blank rows at its end left out
    sheet::CellAddress finished;      // where the finished rate stands
    bool operator==(Analysis const&) const = default;
};

/// The same for all four policies: cells differ in a few places only, and only there they are kept apart.
struct AnalysisBook {
    struct Cell {
        AnalysisCell stored;                    // repair work in the municipal area
        std::map<Policy, AnalysisCell> others;  // where a policy has it otherwise
    };
    struct Line {
        int row = 1;
        LineKind kind = LineKind::text;
        std::vector<Cell> cells;
    };
    std::vector<Line> lines;  // none: the book gives the rate without analysis

    bool is_empty() const { return lines.empty(); }
    Analysis under(Policy policy) const;
};

/// The cells of one line, as dataset_analysis_lines.cells holds them.
Json to_json(std::vector<AnalysisBook::Cell> const& cells);
std::vector<AnalysisBook::Cell> cells_from(Json const& json);
/// The whole, for the copy that an estimate keeps.
Json to_json(AnalysisBook const& book);
AnalysisBook analysis_book_from(Json const& json);

}  // namespace ssr::datasets
