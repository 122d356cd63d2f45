#pragma once

#include <optional>
#include <string>

#include "base/instant.h"
#include "base/json.h"
#include "domain/billing/payment_state.h"
#include "domain/billing/quote.h"
#include "values/ids.h"

namespace ssr::billing {

/// Who is billed, as it stood at checkout. Later changes of the profile do not touch it.
struct BillTo {
    std::string name;
    std::string email, phone;  // where the receipt goes; either may be empty
    std::string gstin;         // empty: not registered
    std::string state_code;    // place of supply
    std::string address;
};

/// A customer's complaint at his bank. In the order of the ranks, as it goes on: nothing goes back.
enum class DisputeStatus { created, under_review, action_required, closed, won, lost };

/// One order of one person, and what became of it.
struct Payment {
    PaymentId id;
    PublicPaymentId public_id;
    std::string order_number;  // ours: "ORD-261124-9F3A61C2"
    UserId user;
    std::optional<std::string> gateway_order_id;    // empty until the gateway knows the order
    std::optional<std::string> gateway_payment_id;  // the one that paid it
    PaymentStatus status;
    Money subtotal, discount;
    Tax tax;
    Money total;
    Json snapshot;
    BillTo bill_to;
    std::optional<CouponId> coupon = {};
    std::optional<std::string> failure_reason, review_reason;
    Instant created_at;
    std::optional<Instant> captured_at;
    int checks;           // how often the reconciler has looked
    Money refunded = {};  // went back or is on its way
    std::optional<DisputeStatus> dispute = {};
    std::optional<MandateId> mandate = {};  // that charged it; empty where a person paid
};

}  // namespace ssr::billing
