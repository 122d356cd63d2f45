#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/works/terms.h"
#include "values/ids.h"
#include "values/money.h"

namespace ssr::works {

/// One item of an estimate: a copy of what the rate book said when it was chosen. Later papers print this
/// copy.
struct Line {
    std::string code;  // of the book; once an estimate
    std::string name, description, unit, unit_singular;
    std::string prefix;  // printed before the description in repair work
    bool is_description_edited = false;
    Rates rates;
    Rate rate;                         // the one that holds
    std::optional<Quantity> quantity;  // empty until it is typed
    Money amount;                      // quantity x rate, zero without quantity
};

/// A lump sum for something with a name ("shifting of existing meter board").
struct NamedProvision {
    std::string name;
    Money amount;
};

struct Options {
    Money old_material;  // repair work only
    Percent excess_tp;
    NamedProvision named;
    std::optional<Money> grand_total;  // to be sanctioned, as asked; empty: the one proposed
};

/// Each line rounded to the paisa, half away from zero; sums add rounded lines (work-modules 2.2, 7).
struct Totals {
    Money items, old_material, ecv, excess_tp, labour_cess, quality_control, nac, sub_total, gst, named;
    Money minimum;        // sub total + GST + named provision
    Money proposed;       // the minimum, up to a full Rs. 1,000
    Money ls_unforeseen;  // what balances; negative where the grand total asked for is too small
    Money grand_total;
    bool operator==(Totals const&) const = default;
};

/// The line that was taken out last, with what it needs to come back as it was.
struct RemovedLine {
    std::string code, name;
    int place = 1;    // in the document, from 1
    int version = 1;  // of the estimate without it
    std::optional<Quantity> quantity;
    std::optional<std::string> description;  // where it had been edited
};

/// The published book that the lines were chosen from.
struct Book {
    DatasetVersionId version_id{0};
    std::string name;  // "Electrical SSR 2025-26"
    int version = 1;
    std::string schedule_year;
    bool operator==(Book const&) const = default;
};

struct Estimate {
    EstimateId id{0};
    PublicEstimateId public_id = PublicEstimateId::fresh();
    PublicWorkId work = PublicWorkId::fresh();
    std::string work_name;
    int version = 1;  // rises by one with every save
    WorkType work_type = WorkType::original;
    Area area = Area::municipal;
    Book book;
    Percentages percentages;
    Options options;
    std::vector<Line> lines;  // in document order
    Totals totals;
    std::optional<RemovedLine> removed;
    int workslips = 0, bills = 0;  // the later papers of the work
    Instant updated_at;

    Line const* line(std::string_view code) const;
};

/// The minimum up to a full Rs. 1,000; nothing for nothing.
Money proposed_for(Money minimum);
Totals totals_of(std::vector<Line> const& lines, Options const& options, Percentages const& percentages);

/// The same estimate with rates, amounts and totals worked out anew from its lines and options.
Estimate worked_out(Estimate estimate);

/// The prefix in repair work, then the description; the prefix never twice, never before an edited
/// description.
std::string printed_description(Line const& line, WorkType type);

/// "2.5 Nos": such units are counted, so it is likely a slip. Told, not refused.
bool is_fraction_of_a_count(Line const& line);

/// Why no document can be made yet; empty: it can.
struct Unready {
    bool has_no_items = false;
    std::vector<std::string> without_quantity;  // names of items
    bool old_material_exceeds_items = false;
    std::optional<Money> short_by;  // what the grand total lacks
    bool operator==(Unready const&) const = default;
};
Unready unready(Estimate const& estimate);

}  // namespace ssr::works
