#include "domain/billing/capture.h"

#include "base/fault.h"
#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/billing/coupon_book.h"
#include "domain/billing/invoice_book.h"
#include "domain/billing/reconciler.h"
#include "domain/jobs/queue.h"
#include "log/log.h"

namespace ssr::billing {

namespace {

std::string_view code(Messenger messenger) {
    switch (messenger) {
        case Messenger::callback: return "callback";
        case Messenger::webhook: return "webhook";
        case Messenger::reconciler: return "reconciler";
        case Messenger::checkout: return "checkout";
    }
    return "webhook";
}

// Why this payment is not the one that we asked for; empty where it is.
std::string misfit(Payment const& payment, GatewayPayment const& told) {
    if (told.currency != "INR") return "currency: paid in " + told.currency.substr(0, 8);
    if (told.amount != payment.total)
        return "amount: paid " + told.amount.plain() + ", asked " + payment.total.plain() + ", " + told.id;
    return {};
}

// A person who gave both is told by mail: it can hold all that a receipt says.
void address(messages::Message& message, BillTo const& bill_to) {
    bool const has_mail = !bill_to.email.empty();
    message.channel = has_mail ? Channel::email : Channel::sms;
    message.to = has_mail ? bill_to.email : bill_to.phone;
}

}  // namespace

CaptureOutcome Capture::apply(GatewayPayment const& told, Messenger messenger) {
    db::Transaction transaction{db_};
    auto const payment = PaymentStore{db_}.lock_by_gateway_order(told.order_id);
    if (!payment) {
        log::warn("payment.unknown_order", {{"order", told.order_id}, {"from", code(messenger)}});
        return CaptureOutcome::unknown_order;
    }
    auto const outcome = go_on(*payment, told, messenger);
    transaction.commit();
    return outcome;
}

CaptureOutcome Capture::go_on(Payment const& payment, GatewayPayment const& told, Messenger messenger) {
    bool const brings_money = told.status == PaymentStatus::authorized || is_paid(told.status);
    if (is_paid(payment.status)) {
        bool const is_second =
            told.status == PaymentStatus::captured && payment.gateway_payment_id != told.id;
        if (is_second && refunds_.send_back(payment, told.id, told.amount)) return CaptureOutcome::sent_back;
        return CaptureOutcome::nothing_new;
    }
    if (brings_money && refunds_.is_going_back(told.id))
        return CaptureOutcome::nothing_new;  // staff decided so
    if (auto const why = misfit(payment, told); brings_money && !why.empty())
        return hold_money_back(payment, why, told, messenger);
    if (told.status == PaymentStatus::refunded && !told.was_captured)
        return hold_back(payment, "returned by the gateway before it was captured: " + told.id, messenger);
    // Also where it went back since: that is told apart, and comes after.
    if (is_paid(told.status)) return fulfil(payment, &told, messenger);

    if (after(payment.status, told.status) == payment.status) return CaptureOutcome::nothing_new;
    PaymentStore payments{db_};
    auto const now = clock_.now();
    if (told.status == PaymentStatus::authorized) {
        payments.mark_authorized(payment.id, now);
        // Should nobody capture it, the reconciler will, before it goes back by itself.
        payments.mark_checked(payment.id, now + *pause_before_check(0), payment.checks);
    } else if (told.status == PaymentStatus::failed)
        payments.mark_failed(payment.id, told.failure, now);
    else
        payments.mark_attempted(payment.id, now);
    return CaptureOutcome::noted;
}

CaptureOutcome Capture::take_nothing(PaymentId id) {
    db::Transaction transaction{db_};
    auto const payment = PaymentStore{db_}.lock(id);
    if (payment.total != Money{}) throw Fault{"an order with something to pay was taken for nothing", false};
    auto const outcome =
        is_paid(payment.status) ? CaptureOutcome::nothing_new : fulfil(payment, nullptr, Messenger::checkout);
    transaction.commit();
    return outcome;
}

// Why the order's price is no longer the one that was promised; empty where it is.
std::string Capture::promise_broken(Payment const& payment) {
    subscriptions_.lock(payment.user);
    for (auto const& line : lines_of(payment.snapshot))
        if (line.replaces && !subscriptions_.can_give_up(*line.replaces))
            return "upgrade: what it credits was credited before, given back or suspended";
    // Dead orders gave their coupon back; one that is paid after all needs it again.
    if (payment.coupon && !CouponBook{db_}.take_again(payment.id, clock_.now()))
        return "coupon: used up by others before this order was paid";
    return {};
}

CaptureOutcome Capture::fulfil(Payment const& payment, GatewayPayment const* told, Messenger messenger) {
    auto const now = clock_.now();
    auto const gateway_payment = told ? std::optional{told->id} : std::nullopt;
    if (auto const why = promise_broken(payment); !why.empty())
        return told ? hold_money_back(payment, why, *told, messenger) : hold_back(payment, why, messenger);
    PaymentStore{db_}.mark_captured(payment.id, gateway_payment, now);
    Json::Array given;
    auto till = now;
    for (auto const& line : lines_of(payment.snapshot)) {
        auto const standing = subscriptions_.extend({.user = payment.user,
                                                     .module = line.module_id,
                                                     .pricing = line.pricing_id,
                                                     .payment = payment.id,
                                                     .months = line.months,
                                                     .usage_limit = line.usage_limit,
                                                     .price = line.price - (line.discount - line.credit),
                                                     .replaces = line.replaces});
        till = std::max(till, standing.expires_at);
        // Who pays by hand is not charged for the same by his mandate.
        if (!payment.mandate) mandates_.end_of(payment.user, line.module_id, MandateEnd::paid_by_hand);
        given.push_back(Json::Object{{"subscription", standing.public_id.text()},
                                     {"module", line.module},
                                     {"expires_at", to_iso(standing.expires_at)}});
    }
    // The counter and the head of the audit trail are shared by all: taken last, held shortest.
    auto const invoice = InvoiceBook{db_, supplier_}.issue(payment, now);
    make_paper(payment);
    send_receipt(payment, invoice, till);
    record(payment, "payment.captured",
           Json::Object{{"status", Json::Array{billing::code(payment.status), "captured"}},
                        {"gateway_payment_id", gateway_payment},
                        {"invoice_number", invoice},
                        {"given", std::move(given)},
                        {"told_by", code(messenger)}});
    log::info("payment.captured", {{"payment", payment.public_id.text()}, {"told_by", code(messenger)}});
    return CaptureOutcome::captured;
}

CaptureOutcome Capture::hold_back(Payment const& payment, std::string const& why, Messenger messenger) {
    if (payment.review_reason) return CaptureOutcome::in_review;  // staff know
    PaymentStore{db_}.mark_for_review(payment.id, why);
    record(payment, "payment.held_for_review", Json::Object{{"why", why}, {"told_by", code(messenger)}});
    log::error("payment.held_for_review", {{"payment", payment.public_id.text()}, {"why", why}});
    return CaptureOutcome::in_review;
}

void Capture::make_paper(Payment const& payment) {
    jobs::Queue{db_, clock_}.enqueue({.kind = "invoice.render",
                                      .payload = Json::Object{{"payment", payment.public_id.text()}},
                                      .dedupe_key = "invoice.render:" + payment.public_id.text()});
}

// Only money that is here can be sent back; what is authorised goes back by itself.
CaptureOutcome Capture::hold_money_back(Payment const& payment, std::string const& why,
                                        GatewayPayment const& told, Messenger messenger) {
    if (told.status == PaymentStatus::captured) PaymentStore{db_}.mark_held(payment.id, told.id, told.amount);
    return hold_back(payment, why, messenger);
}

void Capture::send_receipt(Payment const& payment, std::string const& invoice, Instant till) {
    auto const names = names_of(lines_of(payment.snapshot));
    messages::Message message{.event_key = "receipt:" + payment.public_id.text(), .kind = "receipt"};
    address(message, payment.bill_to);
    if (message.to.empty()) return;
    message.subject =
        (payment.total == Money{} ? "Order complete: invoice " : "Payment received: invoice ") + invoice;
    message.text = message.channel == Channel::sms
                       ? "SSR Estimation: " + payment.total.display() + " received for " + names +
                             ", open till " + display_date(till) + ". Invoice " + invoice + "."
                       : "SSR Estimation\n\n" + payment.total.display() + " received for " + names +
                             ".\nOpen till " + display_date(till) + ".\n\nInvoice " + invoice + " of " +
                             display_date(clock_.now()) + ", order " + payment.order_number +
                             ".\nTotal in words: " + payment.total.in_words() + ".\n";
    message.user = payment.user;
    outbox_.send(message);
}

void Capture::record(Payment const& payment, std::string action, Json changes) {
    audit::AuditLog{db_}.record({.user = payment.user,
                                 .action = std::move(action),
                                 .model_name = "payments",
                                 .object_id = payment.public_id.text(),
                                 .changes = std::move(changes)},
                                clock_.now());
}

}  // namespace ssr::billing
