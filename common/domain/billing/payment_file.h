#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/session.h"
#include "domain/billing/payment.h"
#include "domain/billing/refund.h"

namespace ssr::billing {

/// A refund with its paper, as staff see it.
struct FiledRefund {
    PublicRefundId public_id;
    std::optional<std::string> gateway_refund_id;
    Money amount;
    RefundStatus status;
    std::string reason;
    std::string requested_by;  // name; empty: nobody of ours
    bool is_surplus;           // of a second payment of the order, or of money that did not fit
    bool ends_access;
    std::optional<std::string> failure_reason;
    Instant created_at;
    std::optional<Instant> ended_at;         // went back, or failed
    std::optional<PublicCreditNoteId> note;  // empty: none was made
    std::string note_number;
    bool note_counts = false;  // it is not cancelled
};

/// All that is known of one payment.
struct PaymentFile {
    Payment payment;
    PublicUserId user;
    std::string user_name;
    std::optional<std::string> held_payment_id;  // money that lies at the gateway and is not booked
    std::optional<Money> held_amount;
    std::string dispute_id;
    std::optional<Instant> attempted_at, authorized_at, failed_at;
    std::string invoice_number;        // empty before the capture
    std::vector<FiledRefund> refunds;  // the oldest first
};

/// Two statements; nothing where there is no such payment.
std::optional<PaymentFile> payment_file(db::Session& db, PublicPaymentId const& id);

}  // namespace ssr::billing
