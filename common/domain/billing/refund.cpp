#include "domain/billing/refund.h"

#include <algorithm>

namespace ssr::billing {

std::string_view code(RefundStatus status) {
    switch (status) {
        case RefundStatus::pending: return "pending";
        case RefundStatus::failed: return "failed";
        case RefundStatus::processed: return "processed";
    }
    return "pending";
}

std::optional<RefundStatus> parse_refund_status(std::string_view text) {
    for (auto const status : {RefundStatus::pending, RefundStatus::failed, RefundStatus::processed})
        if (code(status) == text) return status;
    // The gateway's word for one that it has only taken down.
    if (text == "created") return RefundStatus::pending;
    return std::nullopt;
}

RefundStatus after(RefundStatus now, RefundStatus reported) { return std::max(now, reported); }

}  // namespace ssr::billing
