#include "domain/billing/payment_state.h"

#include <algorithm>

#include "base/fault.h"

namespace ssr::billing {

std::string_view code(PaymentStatus status) {
    switch (status) {
        case PaymentStatus::created: return "created";
        case PaymentStatus::attempted: return "attempted";
        case PaymentStatus::failed: return "failed";
        case PaymentStatus::authorized: return "authorized";
        case PaymentStatus::captured: return "captured";
        case PaymentStatus::partially_refunded: return "partially_refunded";
        case PaymentStatus::refunded: return "refunded";
    }
    return "created";
}

PaymentStatus parse_payment_status(std::string_view text) {
    using enum PaymentStatus;
    for (auto const status : {created, attempted, failed, authorized, captured, partially_refunded, refunded})
        if (code(status) == text) return status;
    throw Fault{"a status of a payment that nobody knows", false};
}

PaymentStatus after(PaymentStatus now, PaymentStatus reported) { return std::max(now, reported); }

bool is_paid(PaymentStatus status) { return status >= PaymentStatus::captured; }

}  // namespace ssr::billing
