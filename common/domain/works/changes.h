#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/works/estimate.h"

namespace ssr::works {

/// What a person changed in an estimate; what is absent stays.
struct Changes {
    std::map<std::string, std::optional<Quantity>> quantities;  // by item code; empty: the field was cleared
    std::map<std::string, std::string> descriptions;            // by item code
    std::optional<std::string> work_name;
    std::optional<WorkType> work_type;
    std::optional<Area> area;
    std::optional<Money> old_material;
    std::optional<Percent> excess_tp;
    std::optional<std::string> named_provision;
    std::optional<Money> named_amount;
    std::optional<std::optional<Money>> grand_total;  // inner empty: the one proposed
};

/// True where the estimate already says all that: a save whose answer was lost, or nothing changed.
bool are_in(Changes const& changes, Estimate const& estimate);

/// Why a change was not taken, with the figures that its message needs.
struct Refused {
    enum class Why {
        unknown_item,              // removed meanwhile; `code` says which
        beyond_range,              // amounts reach 10^13 rupees
        old_material_in_original,  // the credit belongs to repair work
        old_material_exceeds_items,
        provision_without_name,
        grand_total_too_small,
    };
    Why why;
    std::string code;  // of the item, where it is about one
    Money minimum;     // of the grand total
    Money short_by;
};

/// Pure: the estimate with the changes taken and everything worked out anew, or every reason against it.
/// A change of work type or area re-rates all lines; a change to original work drops the old-material credit.
/// A quantity is never refused because an earlier grand total becomes too small: that is told by unready().
Result<Estimate, std::vector<Refused>> with(Changes const& changes, Estimate estimate);

}  // namespace ssr::works
