#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/billing/refunds.h"

namespace ssr::billing {

/// A payment that staff must look at, and why.
struct ReviewCase {
    PublicPaymentId payment;
    std::string order_number, user_name;
    PaymentStatus status;
    Money total;
    std::string reason;
    std::optional<std::string> held_payment_id;  // money that lies at the gateway and is not booked
    std::optional<Money> held_amount;
    std::optional<DisputeStatus> dispute;
    Instant created_at;
};

struct ReviewDecision {
    PublicPaymentId payment;
    UserId by;
    std::string note;
    std::string ip_address;
};

enum class ReviewRefused { not_in_review, nothing_held };

/// Payments of which something does not fit: another amount, a failed refund, a dispute.
class ReviewQueue {
public:
    ReviewQueue(db::Session& db, Clock const& clock, BillingConfig const& config)
        : db_{db}, clock_{clock}, refunds_{db, clock, config} {}

    std::vector<ReviewCase> list(int most);  // the oldest first
    /// Seen and settled: out of the queue, with the note in the audit trail.
    Result<Done, ReviewRefused> settle(ReviewDecision const& decision);
    /// The money that did not fit goes back to who paid it, and the case is settled.
    Result<Done, ReviewRefused> send_money_back(ReviewDecision const& decision);

private:
    std::optional<ReviewCase> lock(PublicPaymentId const& payment);
    void close(ReviewDecision const& decision, ReviewCase const& it, std::string_view action);
    db::Session& db_;
    Clock const& clock_;
    Refunds refunds_;
};

}  // namespace ssr::billing
