#include "domain/billing/gst.h"

#include "values/rounding.h"

namespace ssr::billing {

Tax& Tax::operator+=(Tax const& other) {
    cgst += other.cgst;
    sgst += other.sgst;
    igst += other.igst;
    return *this;
}

Tax gst(Money taxable, int percent, State const& supplier, State const& place_of_supply) {
    auto const product = Wide{taxable.paise()} * percent;
    if (!(supplier == place_of_supply)) return {.igst = Money::from_paise(divided_half_up(product, 100))};
    auto const half = Money::from_paise(divided_half_up(product, 200));
    return {.cgst = half, .sgst = half};
}

State place_of_supply(State const& on_record, std::optional<Gstin> const& gstin) {
    // Some numbers name a place that is no State of today: their holders' supply goes by the State on record.
    if (!gstin) return on_record;
    auto const registered = gstin->state();
    for (auto const& state : State::all())
        if (state == registered) return registered;
    return on_record;
}

}  // namespace ssr::billing
