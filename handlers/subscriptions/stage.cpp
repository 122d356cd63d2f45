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
    return payment.gateway_order_id && !payment.review_reason &&
           can_be_paid(payment.status, payment.created_at, now);
}

bool can_be_paid(billing::PaymentStatus status, Instant ordered_at, Instant now) {
    using enum billing::PaymentStatus;
    if (now >= ordered_at + kOrderIsKept) return false;
    return status == created || status == failed ||
           (status == attempted && now >= ordered_at + kBankIsAwaited);
}

}  // namespace ssr::subscriptions_pages
