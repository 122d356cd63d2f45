#include "domain/works/estimate_sheet.h"

#include "domain/works/paper_styles.h"

namespace ssr::works {

namespace {

using sheet::CellAddress, sheet::Decimal, sheet::Style;
using Number = Style::Number;
using Align = Style::Align;

constexpr int kHeaderRow = 3, kFirstItem = 4;
enum Column { serial = 1, quantity, unit, description, rate, per, per_unit, amount };

Style const kCentred{.align = Align::center};
Style const kMoney{.number = Number::money};
Style const kText{.wrapped = true};

Decimal decimal(Money money) { return Decimal::of(money.paise(), 2); }
Decimal decimal(Rate paise) { return Decimal::of(paise.paise(), 2); }
std::string cell(Column column, int row) { return to_text(CellAddress{row, column}); }

void write_head(sheet::SheetWriter& sheet, Estimate const& estimate) {
    constexpr double kWidths[] = {5, 10, 7, 50, 12, 5, 7, 16};
    for (int column = serial; column <= amount; ++column) sheet.width(column, kWidths[column - 1]);
    write_title(sheet, amount, "ESTIMATE", estimate.work_name);
    for (auto const& [column, label] :
         {std::pair{serial, "Sl"}, {description, "Description of item"}, {rate, "Rate"}, {amount, "Amount"}})
        sheet.text({kHeaderRow, column}, label, kHeaderStyle);
    sheet.merge({{kHeaderRow, quantity}, {kHeaderRow, unit}}, "Quantity", kHeaderStyle);
    sheet.merge({{kHeaderRow, per}, {kHeaderRow, per_unit}}, "Per", kHeaderStyle);
}

// The rate is the paper's own where the analysis, worked out in full, would come to another.
void write_rate(sheet::SheetWriter& sheet, int row, DatasBlock const& block) {
    auto const stored = decimal(block.line->rate);
    auto const& lines = block.analysis.lines;
    datasets::AnalysisCell const* finished = nullptr;
    for (auto const& line : lines)
        if (line.row == block.analysis.finished.row) finished = line.cell(block.analysis.finished.column);
    auto const at = sheet::reference(kDatasSheet, block.finished);
    if (lines.empty() || (finished && finished->number() == stored))
        sheet.formula({row, rate}, at, stored, kMoney);
    else if (finished && finished->number().rounded(2) == stored)
        sheet.formula({row, rate}, "ROUND(" + at + ",2)", stored, kMoney);
    else
        sheet.number({row, rate}, stored, kMoney);
}

void write_item(sheet::SheetWriter& sheet, int row, Estimate const& estimate, DatasBlock const& block) {
    auto const& line = *block.line;
    sheet.number({row, serial}, Decimal::of(block.number), kCentred);
    sheet.number({row, quantity}, Decimal::of(line.quantity.value_or(Quantity{}).thousandths(), 3),
                 {.number = Number::quantity});
    sheet.text({row, unit}, line.unit, kCentred);
    sheet.text({row, description}, printed_description(line, estimate.work_type), kText);
    write_rate(sheet, row, block);
    sheet.number({row, per}, Decimal::of(1), kCentred);
    sheet.text({row, per_unit}, line.unit_singular, kCentred);
    sheet.formula({row, amount}, "ROUND(" + cell(quantity, row) + "*" + cell(rate, row) + ",2)",
                  decimal(line.amount), kMoney);
}

// Rows of figures below the items, one after the other; each remembers where it stands.
class TotalsRows {
public:
    TotalsRows(sheet::SheetWriter& sheet, int row) : sheet_{sheet}, row_{row} {}

    std::string formula(std::string const& label, std::string const& text, Money value, bool is_sum = false) {
        begin(label, is_sum);
        sheet_.formula({row_, amount}, text, decimal(value), style(is_sum));
        return cell(amount, row_++);
    }
    std::string figure(std::string const& label, Money value, bool is_sum = false) {
        begin(label, is_sum);
        sheet_.number({row_, amount}, decimal(value), style(is_sum));
        return cell(amount, row_++);
    }
    /// Per cent of a cell; a percentage of nothing is not printed, and adds nothing.
    std::string share(std::string const& label, Percent percent, std::string const& of, Money value) {
        if (percent == Percent{}) return {};
        auto const text = "ROUND(" + of + "*" + percent.text() + "/100,2)";
        return formula(label + " @ " + percent.text() + " %", text, value);
    }
    void words(std::string const& text) {
        sheet_.height(row_, 32);
        sheet_.merge({{row_, serial}, {row_, amount}}, text, {.italic = true, .wrapped = true});
    }
    std::string below(int rows) const { return cell(amount, row_ + rows); }

private:
    static Style style(bool is_sum) { return {.number = Number::money, .bold = is_sum}; }
    void begin(std::string const& label, bool is_sum) {
        for (int column = serial; column <= per_unit; ++column) sheet_.blank({row_, column});
        sheet_.text({row_, description}, label, {.align = Align::right, .bold = is_sum, .wrapped = true});
    }

    sheet::SheetWriter& sheet_;
    int row_;
};

std::string sum_of(std::initializer_list<std::string> cells) {
    std::string sum;
    for (auto const& cell : cells)
        if (!cell.empty()) sum += (sum.empty() ? "" : "+") + cell;
    return sum;
}

std::string ecv_of(TotalsRows& rows, Totals const& totals, int last_item) {
    // Sums of doubles are rounded too, so that a share of one never falls on the wrong side of half a paisa.
    auto const all = "ROUND(SUM(" + cell(amount, kFirstItem) + ":" + cell(amount, last_item) + "),2)";
    if (totals.old_material == Money{}) return rows.formula("ECV", all, totals.ecv, true);
    auto const items = rows.formula("Total of items", all, totals.items);
    auto const old_material = rows.figure("Deduct cost of old material", totals.old_material);
    return rows.formula("ECV", "ROUND(" + items + "-" + old_material + ",2)", totals.ecv, true);
}

void write_totals(TotalsRows rows, Estimate const& estimate, int last_item) {
    auto const& [totals, percentages] = std::tie(estimate.totals, estimate.percentages);
    auto const ecv = ecv_of(rows, totals, last_item);
    auto const excess =
        rows.share("Provision for excess T.P.", estimate.options.excess_tp, ecv, totals.excess_tp);
    auto const cess = rows.share("Labour cess", percentages.labour_cess, ecv, totals.labour_cess);
    auto const quality =
        rows.share("Quality control", percentages.quality_control, ecv, totals.quality_control);
    auto const nac = rows.share("NAC", percentages.nac, ecv, totals.nac);
    auto const sub_total = rows.formula(
        "Sub total", "ROUND(" + sum_of({ecv, excess, cess, quality, nac}) + ",2)", totals.sub_total, true);
    auto const gst = rows.share("GST", percentages.gst, sub_total, totals.gst);
    auto const named = totals.named == Money{}
                           ? std::string{}
                           : rows.figure("L.S. provision for " + estimate.options.named.name, totals.named);
    auto const grand_total = rows.below(1);
    rows.formula("L.S. provision for unforeseen items",
                 "ROUND(" + grand_total + "-(" + sum_of({sub_total, gst, named}) + "),2)",
                 totals.ls_unforeseen);
    rows.figure("Grand Total", totals.grand_total, true);
    rows.words(totals.grand_total.in_words());
}

}  // namespace

sheet::Page estimate_page() { return {.repeated = sheet::RowRange{kHeaderRow, kHeaderRow}}; }

void write_estimate(sheet::SheetWriter& sheet, Estimate const& estimate,
                    std::vector<DatasBlock> const& blocks) {
    write_head(sheet, estimate);
    int row = kFirstItem;
    for (auto const& block : blocks) write_item(sheet, row++, estimate, block);
    write_totals({sheet, row}, estimate, row - 1);
}

}  // namespace ssr::works
