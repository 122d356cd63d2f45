#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/session.h"
#include "domain/billing/refund.h"

namespace ssr::billing {

struct NewRefund {
    PublicRefundId public_id;
    PaymentId payment;
    Money amount;
    std::string idempotency_key;
    std::string reason;
    std::optional<std::string> gateway_refund_id = {};
    std::optional<std::string> surplus_payment_id = {};
    std::optional<UserId> requested_by = {};
    bool ends_access = false;
};

/// `refunds`. What a payment gave back is summed up by the table itself; one row too many is refused by it.
class RefundStore {
public:
    explicit RefundStore(db::Session& db) : db_{db} {}

    /// Nothing where that surplus payment goes back already.
    std::optional<Refund> insert(NewRefund const& refund, Instant now);
    std::optional<Refund> find_by_key(std::string_view idempotency_key);
    std::optional<Refund> find(PublicRefundId const& id);
    /// By the gateway's id, or as the one that we asked for.
    std::optional<Refund> find(GatewayRefund const& told);
    Refund lock(RefundId id);
    std::vector<Refund> list(PaymentId payment);  // the oldest first

    void mark_told(RefundId id, std::string_view gateway_refund_id, RefundStatus status, Instant now);
    void mark_failed(RefundId id, std::string_view why, Instant now);

private:
    db::Session& db_;
};

}  // namespace ssr::billing
