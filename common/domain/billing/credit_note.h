#pragma once

#include "domain/billing/gst.h"

namespace ssr::billing {

/// What a paper states: an invoice, or a credit note that takes part of one back.
struct PaperAmounts {
    Money taxable;
    Tax tax;

    Money total() const { return taxable + tax.total(); }
    PaperAmounts& operator+=(PaperAmounts const& other);
    bool operator==(PaperAmounts const& other) const;
};

/// Pure: the credit note for a refund of `amount`, after notes that gave back `given` in all. Its tax is the
/// part of the invoice's tax that the refund is of its total, halves equal; the note that takes the rest
/// takes what is left of everything, so that the notes of a whole invoice are the invoice to the paisa.
/// `amount` is not more than what is left.
PaperAmounts credit_for(PaperAmounts const& invoice, PaperAmounts const& given, Money amount);

}  // namespace ssr::billing
