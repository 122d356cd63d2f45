#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/billing/gst.h"

namespace ssr::billing {

/// A tax invoice as it stands in the books: all that Rule 46 of the CGST Rules asks for.
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

/// Pure: the paper as PDF; the same invoice always gives the same bytes.
std::string to_pdf(InvoicePaper const& paper);

}  // namespace ssr::billing
