#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "values/ids.h"
#include "values/money.h"

namespace ssr::billing {

/// How a refund stands. In the order of the ranks: money that went back has gone, whatever is told later.
enum class RefundStatus { pending, failed, processed };
std::string_view code(RefundStatus status);
std::optional<RefundStatus> parse_refund_status(std::string_view code);

/// Pure: as for payments, forward only, so that every order of arrival ends alike.
RefundStatus after(RefundStatus now, RefundStatus reported);

/// A refund as the gateway tells of it.
struct GatewayRefund {
    std::string id;          // "rfnd_…"
    std::string payment_id;  // "pay_…"
    Money amount;
    RefundStatus status;
    std::string ours;  // public id of our row, where we asked for it; else empty
};

/// Money on its way back, of one payment.
struct Refund {
    RefundId id;
    PublicRefundId public_id;
    PaymentId payment;
    std::optional<std::string> gateway_refund_id;
    Money amount;
    RefundStatus status;
    std::string reason;
    /// The gateway's second payment of an order that was paid before: its money was never ours, so it has no
    /// credit note and counts for nothing.
    std::optional<std::string> surplus_payment_id;
    bool ends_access;
    std::optional<std::string> failure_reason;
    std::string credit_note_number;  // empty: none
    Instant created_at;
};

}  // namespace ssr::billing
