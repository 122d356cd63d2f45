#pragma once

#include <optional>

#include "values/gstin.h"
#include "values/money.h"

namespace ssr::billing {

/// The tax on an amount: either two equal halves, or the integrated one.
struct Tax {
    Money cgst, sgst, igst;

    Money total() const { return cgst + sgst + igst; }
    Tax& operator+=(Tax const& other);
};

/// Pure: CGST and SGST (UTGST) where the supply stays in the supplier's State, else IGST. Each is rounded
/// half up to the paisa by itself, so the halves are always equal. `percent` is the whole rate, 0 to 28.
Tax gst(Money taxable, int percent, State const& supplier, State const& place_of_supply);

/// Pure: a registered buyer's supply is placed by his number, anyone else's by the State on record.
State place_of_supply(State const& on_record, std::optional<Gstin> const& gstin);

}  // namespace ssr::billing
