#include "domain/billing/refunds.h"

#include "base/fault.h"
#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/billing/credit_note_book.h"
#include "domain/jobs/queue.h"
#include "log/log.h"

namespace ssr::billing {

namespace {

constexpr int kMonthsToRefund = 6;

bool is_disputed(Payment const& payment) {
    return payment.dispute && *payment.dispute != DisputeStatus::won &&
           *payment.dispute != DisputeStatus::closed;
}

std::string key_of(RefundWish const& wish, PublicRefundId const& id) {
    if (wish.idempotency_key.empty()) return id.text();
    return wish.payment.text() + ":" + wish.idempotency_key;
}

}  // namespace

std::optional<RefundRefused> bar_to_refund(Payment const& payment, Instant now) {
    if (!is_paid(payment.status) || !payment.gateway_payment_id) return RefundRefused::not_paid;
    if (is_disputed(payment)) return RefundRefused::in_dispute;
    if (now > add_months(*payment.captured_at, kMonthsToRefund)) return RefundRefused::too_late;
    if (payment.refunded >= payment.total) return RefundRefused::more_than_left;
    return std::nullopt;
}

std::optional<RefundRefused> Refunds::fault(std::optional<Payment> const& payment, RefundWish const& wish) {
    if (!payment) return RefundRefused::unknown_payment;
    if (auto const bar = bar_to_refund(*payment, clock_.now())) return bar;
    if (wish.amount < Money::from_rupees(1)) return RefundRefused::below_a_rupee;
    if (wish.amount > payment->total - payment->refunded) return RefundRefused::more_than_left;
    return std::nullopt;
}

Result<Refund, RefundRefused> Refunds::request(RefundWish const& wish) {
    db::Transaction transaction{db_};
    auto const payment = PaymentStore{db_}.lock_anyone_s(wish.payment);
    auto const id = PublicRefundId::fresh();
    auto const key = key_of(wish, id);
    if (auto first = RefundStore{db_}.find_by_key(key)) return *std::move(first);
    if (auto const why = fault(payment, wish)) return Err{*why};
    bool const is_all = wish.amount == payment->total - payment->refunded;
    auto const refund = written({.public_id = id,
                                 .payment = payment->id,
                                 .amount = wish.amount,
                                 .idempotency_key = key,
                                 .reason = wish.reason,
                                 .requested_by = wish.by,
                                 .ends_access = wish.ends_access.value_or(is_all)});
    enqueue(refund);
    record(refund, "payment.refund_requested",
           Json::Object{{"payment", wish.payment.text()},
                        {"amount_paise", wish.amount.paise()},
                        {"reason", wish.reason},
                        {"ends_access", refund.ends_access},
                        {"credit_note_number", refund.credit_note_number}},
           wish.by, wish.ip_address);
    transaction.commit();
    return refund;
}

Refund Refunds::written(NewRefund const& refund) {
    RefundStore refunds{db_};
    auto row = *refunds.insert(refund, clock_.now());
    row.credit_note_number = CreditNoteBook{db_, supplier_}.issue(row, clock_.now());
    jobs::Queue{db_, clock_}.enqueue({.kind = "credit_note.render",
                                      .payload = Json::Object{{"refund", row.public_id.text()}},
                                      .dedupe_key = "credit_note.render:" + row.public_id.text()});
    return row;
}

bool Refunds::send_back(Payment const& payment, std::string const& surplus_payment_id, Money amount) {
    auto const refund = RefundStore{db_}.insert({.public_id = PublicRefundId::fresh(),
                                                 .payment = payment.id,
                                                 .amount = amount,
                                                 .idempotency_key = "surplus:" + surplus_payment_id,
                                                 .reason = "The order was paid twice.",
                                                 .surplus_payment_id = surplus_payment_id},
                                                clock_.now());
    if (!refund) return false;
    enqueue(*refund);
    record(*refund, "payment.surplus_sent_back",
           Json::Object{{"payment", payment.public_id.text()},
                        {"gateway_payment_id", surplus_payment_id},
                        {"amount_paise", amount.paise()}});
    return true;
}

bool Refunds::is_going_back(std::string const& surplus_payment_id) {
    return db_.one(R"(
        SELECT EXISTS (SELECT FROM refunds WHERE surplus_payment_id = :payment AND status <> 'failed') AS is_going
    )",
                   {{"payment", surplus_payment_id}},
                   [](db::Row const& row) { return row.flag("is_going"); });
}

void Refunds::enqueue(Refund const& refund) {
    jobs::Queue{db_, clock_}.enqueue({.kind = "refund.send",
                                      .payload = Json::Object{{"refund", refund.public_id.text()}},
                                      .dedupe_key = "refund.send:" + refund.public_id.text(),
                                      .max_attempts = 40});
}

void Refunds::send(Gateway& gateway, Json const& payload) {
    auto const id = PublicRefundId::parse(payload["refund"].text().value_or(""));
    auto const found = id ? RefundStore{db_}.find(*id) : std::nullopt;
    if (!found) return;
    db::Transaction transaction{db_};
    auto const payment = PaymentStore{db_}.lock(found->payment);
    auto const refund = RefundStore{db_}.lock(found->id);
    if (refund.status != RefundStatus::pending || refund.gateway_refund_id) return;

    // Surplus money may be of an order that has no payment of its own.
    auto const& paid_with =
        refund.surplus_payment_id ? refund.surplus_payment_id : payment.gateway_payment_id;
    auto const told = gateway.refund(
        {.payment_id = paid_with.value(), .amount = refund.amount, .id = refund.public_id.text()});
    if (told)
        settle(payment, refund, *told);
    else if (told.error() == GatewayTrouble::refused)
        failed(payment, refund, "The gateway refused it.");
    else
        throw Fault{"the gateway did not say what became of a refund", true};
    transaction.commit();
}

RefundOutcome Refunds::apply(GatewayRefund const& told) {
    db::Transaction transaction{db_};
    PaymentStore payments{db_};
    auto const row = RefundStore{db_}.find(told);
    auto const payment =
        row ? std::optional{payments.lock(row->payment)} : payments.lock_by_gateway_payment(told.payment_id);
    if (!payment || !is_paid(payment->status)) return RefundOutcome::unknown_payment;
    auto const outcome = take(*payment, told);
    transaction.commit();
    return outcome;
}

RefundOutcome Refunds::take(Payment const& payment, GatewayRefund const& told) {
    if (auto const row = RefundStore{db_}.find(told))
        return settle(payment, RefundStore{db_}.lock(row->id), told);
    if (told.payment_id != payment.gateway_payment_id) return RefundOutcome::unknown_payment;
    auto const left = payment.total - payment.refunded;
    if (told.amount > left) {
        PaymentStore{db_}.mark_for_review(payment.id, "refund " + told.id + " of " + told.amount.plain() +
                                                          " is more than the " + left.plain() + " left");
        return RefundOutcome::in_review;
    }
    // Made at the gateway's own desk. What was given back as a whole is not used on.
    auto const refund = written({.public_id = PublicRefundId::fresh(),
                                 .payment = payment.id,
                                 .amount = told.amount,
                                 .idempotency_key = told.id,
                                 .reason = "Made at the gateway.",
                                 .gateway_refund_id = told.id,
                                 .ends_access = told.amount == left});
    record(refund, "payment.refund_told",
           Json::Object{{"payment", payment.public_id.text()},
                        {"gateway_refund_id", told.id},
                        {"amount_paise", told.amount.paise()},
                        {"credit_note_number", refund.credit_note_number}});
    settle(payment, refund, told);
    return RefundOutcome::applied;
}

RefundOutcome Refunds::settle(Payment const& payment, Refund const& refund, GatewayRefund const& told) {
    auto const status = after(refund.status, told.status);
    if (status == refund.status && refund.gateway_refund_id == told.id) return RefundOutcome::nothing_new;
    bool const returns = refund.status == RefundStatus::failed && status == RefundStatus::processed;
    if (returns && !refund.surplus_payment_id && refund.amount > payment.total - payment.refunded) {
        PaymentStore{db_}.mark_for_review(payment.id,
                                          "refund " + told.id + " failed, was replaced, and went after all");
        return RefundOutcome::in_review;
    }
    RefundStore{db_}.mark_told(refund.id, told.id, status, clock_.now());
    if (status == RefundStatus::processed && refund.status != status) {
        if (returns) CreditNoteBook{db_, supplier_}.restore(refund.id);
        went_back(payment, refund);
    }
    if (status == RefundStatus::failed && refund.status != status)
        failed(payment, refund, "The gateway could not give it back: " + told.id);
    return RefundOutcome::applied;
}

void Refunds::went_back(Payment const& payment, Refund const& refund) {
    if (!refund.surplus_payment_id) {
        PaymentStore payments{db_};
        payments.mark_refunded(payment.id);
        subscriptions_.forget_price_of(payment.id);
        if (refund.ends_access) subscriptions_.end_bought_with(payment.id);
    }
    tell_customer(payment, refund);
    record(refund, "payment.refunded",
           Json::Object{{"payment", payment.public_id.text()}, {"amount_paise", refund.amount.paise()}});
    log::info("refund.processed",
              {{"payment", payment.public_id.text()}, {"refund", refund.public_id.text()}});
}

void Refunds::failed(Payment const& payment, Refund const& refund, std::string const& why) {
    RefundStore{db_}.mark_failed(refund.id, why, clock_.now());
    CreditNoteBook{db_, supplier_}.cancel(refund.id, clock_.now());
    PaymentStore{db_}.mark_for_review(payment.id, "refund of " + refund.amount.plain() + " failed");
    record(refund, "payment.refund_failed",
           Json::Object{{"payment", payment.public_id.text()}, {"why", why}});
    log::error("refund.failed", {{"payment", payment.public_id.text()}, {"refund", refund.public_id.text()}});
}

void Refunds::tell_customer(Payment const& payment, Refund const& refund) {
    messages::Message message{.event_key = "refund:" + refund.public_id.text(), .kind = "refund"};
    bool const has_mail = !payment.bill_to.email.empty();
    message.channel = has_mail ? Channel::email : Channel::sms;
    message.to = has_mail ? payment.bill_to.email : payment.bill_to.phone;
    if (message.to.empty()) return;
    auto const note =
        refund.credit_note_number.empty() ? "" : " Credit note " + refund.credit_note_number + ".";
    message.subject = "Refund of " + refund.amount.display();
    message.text = "SSR Estimation: " + refund.amount.display() + " of order " + payment.order_number +
                   " goes back to where it was paid from, in 5 to 7 working days." + note;
    message.user = payment.user;
    outbox_.send(message);
}

void Refunds::record(Refund const& refund, std::string action, Json changes, std::optional<UserId> by,
                     std::string ip_address) {
    audit::AuditLog{db_}.record({.user = by,
                                 .action = std::move(action),
                                 .model_name = "refunds",
                                 .object_id = refund.public_id.text(),
                                 .changes = std::move(changes),
                                 .ip_address = std::move(ip_address)},
                                clock_.now());
}

}  // namespace ssr::billing
