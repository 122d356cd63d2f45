#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "domain/billing/payment.h"

namespace ssr::billing {

/// The states of payments as a person thinks of them.
enum class PaymentKind { open, paid, failed, returned };
std::string_view code(PaymentKind kind);  // "open"
std::optional<PaymentKind> parse_payment_kind(std::string_view code);

/// A line of a person's history.
struct PaymentLine {
    PublicPaymentId public_id;
    std::string order_number;
    PaymentStatus status;
    bool is_in_review;
    Money total;
    std::string what;  // "Workslip, Bill"
    int months;
    std::string invoice_number;  // empty before the capture
    Instant created_at;
};

/// A page of it, newest first.
struct PaymentHistory {
    std::vector<PaymentLine> lines;
    std::int64_t count = 0;  // of all pages
};

struct HistoryPage {
    std::optional<PaymentKind> kind;  // empty: all
    int number = 1;                   // from 1
    int size = 25;
};

/// One statement.
PaymentHistory payment_history(db::Session& db, UserId user, HistoryPage const& page);

}  // namespace ssr::billing
