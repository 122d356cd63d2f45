#pragma once

#include <string>

#include "db/session.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/payment.h"

namespace ssr::billing {

/// "SSR/26-27/000001": at most 16 characters, one series of consecutive numbers a financial year.
std::string invoice_number(std::string_view series, std::string_view financial_year, int number);

/// The next number of a series in a financial year, for invoices and credit notes. The counter's row stays
/// locked until the commit, so a number is neither lost nor given twice.
int next_paper_number(db::Session& db, std::string_view series, std::string_view financial_year);

/// `invoices`.
class InvoiceBook {
public:
    InvoiceBook(db::Session& db, Supplier const& supplier) : db_{db}, supplier_{supplier} {}

    /// Takes the next number and stores the paper as it will always be printed: both parties, lines, place of
    /// supply. Stands in the capture's transaction. The year is that of the date in India. Returns the
    /// number.
    std::string issue(Payment const& payment, Instant now);

private:
    db::Session& db_;
    Supplier const& supplier_;
};

}  // namespace ssr::billing
