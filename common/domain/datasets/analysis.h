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

inline constexpr int kColumns = 10;       // A to J are what an analysis has
inline constexpr int kAmountColumn = 10;  // J, where the amounts and at last the finished rate stand

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

/// How an item's rate comes about under one policy: formulas, values and labels are that policy's. Every
/// formula names cells of the block only (the book's others are written in as their values), so that
/// sheet::rebase() moves it as a whole.
struct Analysis {
    std::vector<AnalysisLine> lines;  // by row; blank rows left out
    sheet::RowRange rows;             // of the block, from its heading to its last line
    sheet::CellAddress finished;      // where the finished rate stands

    bool is_empty() const { return lines.empty(); }
};

/// The same for all four policies: cells differ in a few places only, and only there they are kept apart.
struct AnalysisBook {
    struct Cell {
        AnalysisCell stored;                    // repair work in the municipal area
        std::map<Policy, AnalysisCell> others;  // where a policy has it otherwise

        AnalysisCell const& under(Policy policy) const;
        bool operator==(Cell const&) const = default;
    };
    struct Line {
        int row = 1;
        LineKind kind = LineKind::text;
        std::vector<Cell> cells;
        bool operator==(Line const&) const = default;
    };
    std::vector<Line> lines;  // none: the book gives the rate without analysis

    bool is_empty() const { return lines.empty(); }
    /// Empty where the book gives none.
    Analysis under(Policy policy) const;
    bool operator==(AnalysisBook const&) const = default;
};

/// The cells of one line, as dataset_analysis_lines.cells holds them: [{"column": 10, "formula": "J26*0.4",
/// "number": "109", "others": {"outside_repair": {"number": "0"}}}, {"column": 4, "text": "Helper"}, …].
Json to_json(std::vector<AnalysisBook::Cell> const& cells);
std::vector<AnalysisBook::Cell> cells_from(Json const& json);
/// The whole, for the copy that an estimate keeps: [{"row": 27, "kind": "policy_ghmc", "cells": […]}, …].
/// What was not written by to_json throws: it is a broken row, not bad input.
Json to_json(AnalysisBook const& book);
AnalysisBook analysis_book_from(Json const& json);

}  // namespace ssr::datasets
