#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "domain/billing/payment.h"
#include "values/financial_year.h"

namespace ssr::billing {

/// The states of payments as a person thinks of them.
enum class PaymentKind { open, paid, failed, returned };
std::string_view code(PaymentKind kind);  // "open"
std::optional<PaymentKind> parse_payment_kind(std::string_view code);

/// A credit note that counts.
struct NoteLine {
    PublicCreditNoteId public_id;
    std::string number;
};

/// A line of a person's history.
struct PaymentLine {
    PublicPaymentId public_id;
    std::string order_number;
    PaymentStatus status;
    bool is_in_review;
    Money total, refunded;  // of it went back, or is on its way
    std::string what;       // "Workslip, Bill"
    int months;
    std::string invoice_number;  // empty before the capture
    std::vector<NoteLine> notes;
    Instant created_at;
};

/// A page of it, newest first.
struct PaymentHistory {
    std::vector<PaymentLine> lines;
    std::int64_t count = 0;  // of all pages
};

struct HistoryPage {
    std::optional<PaymentKind> kind;    // empty: all
    std::optional<FinancialYear> year;  // of the order; empty: all
    std::string text;                   // in the number of order, invoice or credit note; empty: all
    int number = 1;                     // from 1
    int size = 25;
};

/// The numbers of the papers of one payment.
struct PaperNumbers {
    std::string invoice;  // empty before the capture
    std::vector<NoteLine> notes;
};

/// Each one statement.
PaperNumbers paper_numbers(db::Session& db, PaymentId payment);
/// The years from that of a person's first order to the present one, newest first.
std::vector<FinancialYear> years_of_payments(db::Session& db, UserId user, Instant now);
PaymentHistory payment_history(db::Session& db, UserId user, HistoryPage const& page);

}  // namespace ssr::billing
