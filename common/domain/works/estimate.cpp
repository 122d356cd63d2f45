#include "domain/works/estimate.h"

#include <algorithm>

namespace ssr::works {

namespace {

constexpr std::int64_t kStepOfProposals = 1'000 * 100;  // Rs. 1,000 in paise

}  // namespace

Line const* Estimate::line(std::string_view code) const {
    auto const found =
        std::find_if(lines.begin(), lines.end(), [&](Line const& it) { return it.code == code; });
    return found == lines.end() ? nullptr : &*found;
}

Money proposed_for(Money minimum) {
    if (minimum <= Money{}) return {};
    return Money::from_paise((minimum.paise() + kStepOfProposals - 1) / kStepOfProposals * kStepOfProposals);
}

Totals totals_of(std::vector<Line> const& lines, Options const& options, Percentages const& percentages) {
    Totals totals;
    for (auto const& line : lines) totals.items += line.amount;
    totals.old_material = options.old_material;
    totals.ecv = totals.items - totals.old_material;
    totals.excess_tp = options.excess_tp.of(totals.ecv);
    // Cesses are on the ECV alone, not on the excess tender premium.
    totals.labour_cess = percentages.labour_cess.of(totals.ecv);
    totals.quality_control = percentages.quality_control.of(totals.ecv);
    totals.nac = percentages.nac.of(totals.ecv);
    totals.sub_total =
        totals.ecv + totals.excess_tp + totals.labour_cess + totals.quality_control + totals.nac;
    totals.gst = percentages.gst.of(totals.sub_total);
    totals.named = options.named.amount;
    totals.minimum = totals.sub_total + totals.gst + totals.named;
    totals.proposed = proposed_for(totals.minimum);
    totals.grand_total = options.grand_total.value_or(std::max(totals.proposed, totals.minimum));
    totals.ls_unforeseen = totals.grand_total - totals.minimum;
    return totals;
}

Estimate worked_out(Estimate estimate) {
    for (auto& line : estimate.lines) {
        line.rate = line.rates.of(estimate.area, estimate.work_type);
        line.amount = line.quantity ? *line.quantity * line.rate : Money{};
    }
    estimate.totals = totals_of(estimate.lines, estimate.options, estimate.percentages);
    return estimate;
}

std::string printed_description(Line const& line, WorkType type) {
    if (type == WorkType::original || line.prefix.empty() || line.is_description_edited)
        return line.description;
    if (line.description.compare(0, line.prefix.size(), line.prefix) == 0) return line.description;
    return line.prefix + " " + line.description;
}

bool is_fraction_of_a_count(Line const& line) {
    constexpr std::string_view kCounts[] = {"Nos", "No", "Pts", "Pt", "Sets", "Set", "Jobs", "Job"};
    return line.quantity && line.quantity->thousandths() % 1000 != 0 &&
           std::find(std::begin(kCounts), std::end(kCounts), line.unit) != std::end(kCounts);
}

Unready unready(Estimate const& estimate) {
    Unready found;
    found.has_no_items = estimate.lines.empty();
    for (auto const& line : estimate.lines)
        if (!line.quantity) found.without_quantity.push_back(line.name);
    auto const& totals = estimate.totals;
    found.old_material_exceeds_items = totals.old_material > totals.items;
    if (totals.grand_total < totals.minimum) found.short_by = totals.minimum - totals.grand_total;
    return found;
}

}  // namespace ssr::works
