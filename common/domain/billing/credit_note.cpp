#include "domain/billing/credit_note.h"

#include <algorithm>

#include "values/rounding.h"

namespace ssr::billing {

namespace {

// Rounding the sum so far, and not each note, keeps the notes together within half a paisa of the exact part.
Money next_part(Money whole, Money given, Money given_total_after, Money total) {
    auto const due = divided_half_up(Wide{whole.paise()} * given_total_after.paise(), total.paise());
    return std::clamp(Money::from_paise(due) - given, Money{}, whole - given);
}

}  // namespace

PaperAmounts& PaperAmounts::operator+=(PaperAmounts const& other) {
    taxable += other.taxable;
    tax += other.tax;
    return *this;
}

bool PaperAmounts::operator==(PaperAmounts const& other) const {
    return taxable == other.taxable && tax.cgst == other.tax.cgst && tax.sgst == other.tax.sgst &&
           tax.igst == other.tax.igst;
}

PaperAmounts credit_for(PaperAmounts const& invoice, PaperAmounts const& given, Money amount) {
    auto const total = invoice.total();
    auto const after = given.total() + amount;
    if (after == total)
        return {.taxable = invoice.taxable - given.taxable,
                .tax = {.cgst = invoice.tax.cgst - given.tax.cgst,
                        .sgst = invoice.tax.sgst - given.tax.sgst,
                        .igst = invoice.tax.igst - given.tax.igst}};
    auto const half = next_part(invoice.tax.cgst, given.tax.cgst, after, total);
    Tax const tax{
        .cgst = half, .sgst = half, .igst = next_part(invoice.tax.igst, given.tax.igst, after, total)};
    return {.taxable = amount - tax.total(), .tax = tax};
}

}  // namespace ssr::billing
