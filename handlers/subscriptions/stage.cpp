#include "subscriptions/stage.h"

namespace ssr::subscriptions_pages {

namespace {

constexpr std::chrono::hours kOrderIsKept{24};
constexpr std::chrono::minutes kBankIsAwaited{15};

}  // namespace

Stage stage_of(billing::Payment const& payment, Instant now) {
    using enum billing::PaymentStatus;
    if (payment.status == refunded) return Stage::returned;
    if (billing::is_paid(payment.status)) return Stage::paid;
    if (payment.review_reason) return Stage::held;
    if (payment.status == authorized || payment.status == attempted) return Stage::waiting;
    if (now >= payment.created_at + kOrderIsKept) return Stage::lapsed;
    if (!payment.gateway_order_id) return Stage::unsent;
    return payment.status == failed ? Stage::failed : Stage::to_pay;
}

bool can_be_paid(billing::Payment const& payment, Instant now) {
    switch (stage_of(payment, now)) {
        case Stage::to_pay:
        case Stage::failed: return true;
        case Stage::waiting:
            return payment.status == billing::PaymentStatus::attempted &&
                   now >= payment.created_at + kBankIsAwaited && now < payment.created_at + kOrderIsKept;
        case Stage::unsent:
        case Stage::lapsed:
        case Stage::held:
        case Stage::paid:
        case Stage::returned: return false;
    }
    return false;
}

}  // namespace ssr::subscriptions_pages
