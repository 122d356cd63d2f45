#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/billing/credit_note.h"

namespace ssr::billing {

/// A tax invoice as it stands in the books, with all that Rule 46 of the CGST Rules asks for; or a credit
/// note on one, by Rule 53.
struct InvoicePaper {
    struct Party {
        std::string name, address;
        std::string gstin;  // empty: not registered
        std::string state_code, state_name;
        bool is_tax_deductor = false;
    };
    struct Line {
        std::string description, sac_code;
        Money price, discount, taxable;
        int gst_percent;
    };

    /// The invoice that a credit note takes back, or a part of it.
    struct Invoice {
        std::string number;
        Instant issued_at;
    };

    std::optional<Invoice> credits = {};  // empty: it is an invoice
    std::string number;
    std::string order_number;
    std::string gateway_payment_id;  // empty where nothing was to be paid
    Instant issued_at;
    Party supplier, buyer;
    State place_of_supply;
    std::vector<Line> lines;
    Money taxable;
    Tax tax;
    Money total;
};

/// Pure: the credit note that takes so much of an invoice back, of each line its part.
InvoicePaper credit_note_on(InvoicePaper const& invoice, std::string number, Instant issued_at,
                            PaperAmounts const& amounts);

/// Pure: the paper as PDF; the same paper always gives the same bytes.
std::string to_pdf(InvoicePaper const& paper);

}  // namespace ssr::billing
