#include "domain/billing/reconciler.h"

#include <array>

#include "base/fault.h"
#include "domain/billing/coupon_book.h"
#include "log/log.h"

namespace ssr::billing {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::seconds, 4> kPauses{15min, 30min, 2h, 12h};
constexpr std::chrono::seconds kDaily = std::chrono::days{1};
constexpr std::chrono::seconds kLast = std::chrono::days{4};

}  // namespace

std::optional<std::chrono::seconds> pause_before_check(int checks) {
    if (checks < 0) return std::nullopt;
    return checks < int(kPauses.size()) ? kPauses[std::size_t(checks)] : kDaily;
}

std::optional<Instant> next_check(Instant made_at, int checks, Instant now) {
    auto const pause = pause_before_check(checks);
    if (!pause || now >= made_at + kLast) return std::nullopt;
    return std::min(now + *pause, made_at + kLast);
}

int reconcile(db::Session& db, Clock const& clock) {
    return int(db.execute(R"(
        INSERT INTO jobs (public_id, kind, payload, dedupe_key, run_at, created_at)
        SELECT uuid_v7(), 'payment.check', jsonb_build_object('payment', public_id),
               'payment.check:' || public_id || ':' || extract(epoch FROM next_check_at), cast(:now AS timestamptz),
               cast(:now AS timestamptz)
          FROM payments WHERE next_check_at <= :now
         ORDER BY next_check_at LIMIT 1000
        ON CONFLICT ON CONSTRAINT jobs_one_per_key DO NOTHING
    )",
                          {{"now", clock.now()}}));
}

// What is only authorised would go back to the customer in a few days: it is taken now, if it fits.
void Reconciler::tell(Payment const& payment, GatewayPayment told) {
    bool const fits = told.amount == payment.total && told.currency == "INR";
    if (told.status == PaymentStatus::authorized && !is_paid(payment.status) && fits)
        if (auto taken = gateway_.capture(told.id, payment.total)) told = *std::move(taken);
    capture_.apply(told, Messenger::reconciler);
    if (told.refunded == Money{}) return;
    auto const refunds = gateway_.refunds_of(told.id);
    if (refunds)
        for (auto const& refund : *refunds) capture_.refunds().apply(refund);
}

bool Reconciler::ask(Payment const& payment) {
    auto const told = gateway_.payments_of(*payment.gateway_order_id);
    if (!told) return false;
    for (auto const& each : *told) tell(payment, each);
    return true;
}

void Reconciler::check(Json const& payload) {
    auto const id = PublicPaymentId::parse(payload["payment"].text().value_or(""));
    PaymentStore payments{db_};
    auto const payment = id ? payments.find_anyone_s(*id) : std::nullopt;
    if (payment && payload["asked_by_staff"].flag().value_or(false)) {
        if (payment->gateway_order_id && !ask(*payment))
            throw Fault{"the gateway did not tell of an order", true};
        return;
    }
    if (!payment || is_paid(payment->status)) return;
    auto const now = clock_.now();
    if (!payment->gateway_order_id) {
        bool const is_known_now = payments.lock(payment->id).gateway_order_id.has_value();
        return is_known_now ? void() : bury(payment->id, "The gateway never heard of it.");
    }

    if (!ask(*payment)) {
        log::warn("payment.check_put_off", {{"payment", payment->public_id.text()}});
        // Not counted as a look: the next one comes as soon as an order's first.
        payments.mark_checked(payment->id, now + *pause_before_check(0), payment->checks);
        return;
    }
    auto const after = payments.lock(payment->id);
    if (is_paid(after.status)) return;
    auto const next = next_check(after.created_at, after.checks + 1, now);
    payments.mark_checked(after.id, next, after.checks + 1);
    if (!next) bury(after.id, "It was not paid within four days.");
}

// Where money lies in review, or only waits to be captured, the order is not dead.
void Reconciler::bury(PaymentId id, std::string_view why) {
    PaymentStore payments{db_};
    auto const payment = payments.lock(id);
    payments.mark_checked(id, std::nullopt, payment.checks);
    if (payment.review_reason || payment.status >= PaymentStatus::authorized) return;
    if (payment.status != PaymentStatus::failed) payments.mark_failed(id, why, clock_.now());
    CouponBook{db_}.release(id, clock_.now());
}

}  // namespace ssr::billing
