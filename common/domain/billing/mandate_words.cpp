#include "domain/billing/mandate_words.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/billing/reconciler.h"
#include "log/log.h"

namespace ssr::billing {

namespace {

MandateEnd end_told(MandateStatus status, bool was_authorised) {
    if (status == MandateStatus::halted) return MandateEnd::failed;
    if (status == MandateStatus::completed) return MandateEnd::completed;
    return was_authorised ? MandateEnd::at_the_bank : MandateEnd::not_authorised;
}

Quote quote_of(Mandate const& mandate) {
    return {.lines = lines_of(mandate.snapshot),
            .bundle = {},
            .tax = mandate.tax,
            .subtotal = mandate.subtotal,
            .discount = {}};
}

bool brings_money(GatewayPayment const& told) {
    return told.status == PaymentStatus::authorized || is_paid(told.status);
}

}  // namespace

MandateOutcome MandateWords::hear(GatewayMandate const& told) {
    db::Transaction transaction{db_};
    MandateStore mandates{db_};
    auto const found = mandates.find_by_gateway(told.id);
    if (!found) {
        log::warn("mandate.unknown", {{"subscription", told.id}});
        return MandateOutcome::unknown_mandate;
    }
    subscriptions_.lock(found->user);
    auto const mandate = mandates.lock(found->id);
    if (is_over(told.standing.status) && told.standing.status != MandateStatus::halted)
        mandates.mark_gateway_ended(mandate.id, clock_.now());
    auto const next = after(mandate.standing, told.standing);
    bool const is_later = told.charge_at && is_live(next.status) &&
                          (!mandate.next_charge_at || *told.charge_at > *mandate.next_charge_at);
    bool const is_news = next != mandate.standing || is_later;
    if (is_news && is_over(mandate.status()))
        mandates.mark_ended(mandate.id, next, *mandate.end, clock_.now());
    else if (is_news && is_over(next.status))
        ending_.end(mandate, end_told(next.status, mandate.authorised_at.has_value()), next);
    else if (is_news)
        went_on(mandate, next, told);
    transaction.commit();
    return is_news ? MandateOutcome::applied : MandateOutcome::nothing_new;
}

void MandateWords::went_on(Mandate const& mandate, MandateStanding const& next, GatewayMandate const& told) {
    auto const now = clock_.now();
    MandateStore mandates{db_};
    auto charge_at = std::max(mandate.next_charge_at, told.charge_at);
    if (!charge_at) charge_at = mandate.first_charge_at;
    mandates.mark_told(mandate.id, next, charge_at, told.method, now);
    auto const after = mandates.lock(mandate.id);
    mandates.mark_checked(after.id, next_look(after.status(), after.times(), now));
    if (!mandate.authorised_at && after.authorised_at) {
        subscriptions_.mark_auto_renew(after.subscription, true);
        letters_.is_on(after);
    }
    if (next.status == MandateStatus::pending && mandate.standing != next) letters_.charge_failed(after);
    if (next.status == mandate.status()) return;
    audit::AuditLog{db_}.record(
        {.user = mandate.authorised_at ? std::nullopt : std::optional{mandate.user},
         .action = "mandate.went_on",
         .model_name = "mandates",
         .object_id = mandate.public_id.text(),
         .changes = Json::Object{{"status", Json::Array{code(mandate.status()), code(next.status)}}}},
        now);
}

// Whoever brings a charge first makes its payment; under its person's lock, so that it is made once.
CaptureOutcome MandateWords::charged(std::string const& gateway_subscription_id, GatewayPayment const& told,
                                     Messenger messenger) {
    db::Transaction transaction{db_};
    PaymentStore payments{db_};
    MandateStore mandates{db_};
    auto const found = mandates.find_by_gateway(gateway_subscription_id);
    if (!found || !brings_money(told)) {
        log::warn("mandate.charge_not_taken", {{"subscription", gateway_subscription_id}});
        return found ? CaptureOutcome::nothing_new : CaptureOutcome::unknown_order;
    }
    if (!payments.find_by_gateway_order(told.order_id)) {
        subscriptions_.lock(found->user);
        auto const mandate = mandates.lock(found->id);
        if (!payments.find_by_gateway_order(told.order_id)) booked(mandate, told);
    }
    auto const outcome = capture_.apply(told, messenger);
    if (outcome == CaptureOutcome::captured)
        was_paid(mandates.lock(found->id), *payments.find_by_gateway_order(told.order_id));
    transaction.commit();
    return outcome;
}

Payment MandateWords::booked(Mandate const& mandate, GatewayPayment const& told) {
    auto const now = clock_.now();
    PaymentStore payments{db_};
    auto payment = payments.insert({.user = mandate.user,
                                    .bill_to = mandate.bill_to,
                                    .quote = quote_of(mandate),
                                    .content = "mandate:" + mandate.public_id.text() + ":" + told.order_id,
                                    .idempotency_key = std::nullopt,
                                    .mandate = mandate.id},
                                   now);
    // What was only authorised is taken by the reconciler, as of every order.
    payments.mark_ordered(payment.id, told.order_id, now + *pause_before_check(0));
    return payment;
}

void MandateWords::was_paid(Mandate const& mandate, Payment const& payment) {
    auto const given = subscriptions_.given_for(payment.id);
    bool const moved = !given.empty() && given.front().id != mandate.subscription;
    if (moved) {
        MandateStore{db_}.mark_renews(mandate.id, given.front().id);
        if (is_live(mandate.status())) subscriptions_.mark_auto_renew(given.front().id, true);
    }
    bool const has_crossed = is_over(mandate.status()) && mandate.end != MandateEnd::completed;
    if (has_crossed) letters_.charge_crossed(mandate, *payment.gateway_payment_id);
}

}  // namespace ssr::billing
