#pragma once

#include <string>
#include <vector>

#include "domain/billing/gateway.h"
#include "domain/billing/payment_state.h"

namespace ssr::billing {

/// A payment or a refund as our tables have it.
struct BookedPayment {
    std::string gateway_payment_id;
    Money amount, refunded;  // refunded: went back or is on its way
};
struct BookedRefund {
    std::string gateway_refund_id;
    Money amount;
    RefundStatus status;
};

struct Books {
    std::vector<BookedPayment> payments;
    std::vector<BookedRefund> refunds;
};

/// What the gateway has of a day.
struct GatewayBooks {
    std::vector<GatewayPayment> payments;
    std::vector<GatewayRefund> refunds;
};

struct Difference {
    enum class Kind {
        not_booked,    // captured there, unknown here
        not_captured,  // booked here, not captured there
        amount_differs,
        refunded_differs,
        refund_not_booked,
        refund_unknown,  // booked as gone back, unknown there
        refund_differs,  // amount or state
    };
    Kind kind;
    std::string subject;  // "pay_…", "rfnd_…"
    std::string detail;   // "there 1,180.00, here 1,000.00"
};
std::string_view code(Difference::Kind kind);

/// Pure: what of a day does not agree, both ways. `ours` has every payment and refund that the gateway named,
/// as far as we know it, and all that was booked on that day.
std::vector<Difference> compare(GatewayBooks const& theirs, Books const& ours);

}  // namespace ssr::billing
