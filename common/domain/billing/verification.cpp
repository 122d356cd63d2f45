#include "domain/billing/verification.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "log/log.h"

namespace ssr::billing {

std::string_view code(WordRefused why) {
    switch (why) {
        case WordRefused::unknown_order: return "unknown_order";
        case WordRefused::not_his: return "not_his";
        case WordRefused::wrong_signature: return "wrong_signature";
    }
    return "wrong_signature";
}

std::optional<WordRefused> Verification::fault(std::optional<Payment> const& payment,
                                               CheckoutWord const& word) {
    if (!payment) return WordRefused::unknown_order;
    if (payment->user != word.user) return WordRefused::not_his;
    bool const is_signed = is_gateway_id("pay_", word.payment_id) &&
                           is_signed_by_checkout(gateway_.config().key_secret, *payment->gateway_order_id,
                                                 word.payment_id, word.signature);
    if (!is_signed) return WordRefused::wrong_signature;
    return std::nullopt;
}

Result<Payment, WordRefused> Verification::take(CheckoutWord const& word) {
    auto payment = PaymentStore{db_}.find_by_gateway_order(word.order_id);
    if (auto const why = fault(payment, word)) {
        // Somebody tries to be given what he did not pay.
        audit::AuditLog{db_}.record({.user = word.user,
                                     .action = "payment.word_refused",
                                     .model_name = "payments",
                                     .object_id = payment ? payment->public_id.text() : "",
                                     .changes = Json::Object{{"why", code(*why)}},
                                     .ip_address = word.ip_address},
                                    clock_.now());
        log::warn("payment.word_refused", {{"why", code(*why)}});
        return Err{*why};
    }
    if (is_paid(payment->status) && payment->gateway_payment_id == word.payment_id)
        return *std::move(payment);
    ask_gateway(*payment, word.payment_id);
    return *PaymentStore{db_}.find(word.user, payment->public_id);
}

void Verification::ask_gateway(Payment const& payment, std::string const& payment_id) {
    auto told = gateway_.find_payment(payment_id);
    bool const is_this_order = told && told->order_id == payment.gateway_order_id;
    if (!is_this_order) return await(payment);
    bool const fits = told->amount == payment.total && told->currency == "INR";
    if (told->status == PaymentStatus::authorized && !is_paid(payment.status) && fits)
        if (auto taken = gateway_.capture(payment_id, payment.total)) told = std::move(taken);
    capture_.apply(*told, Messenger::callback);
    if (!is_paid(told->status) && told->status != PaymentStatus::failed) await(payment);
}

// The webhook will tell; should it not come, the gateway is asked at once by the worker, and then by the
// reconciler.
void Verification::await(Payment const& payment) {
    db::Transaction transaction{db_};
    PaymentStore payments{db_};
    auto const now = payments.lock(payment.id);
    if (after(now.status, PaymentStatus::attempted) != now.status)
        payments.mark_attempted(now.id, clock_.now());
    jobs::Queue{db_, clock_}.enqueue(
        {.kind = "payment.check",
         .payload = Json::Object{{"payment", payment.public_id.text()}},
         .dedupe_key = "payment.check:" + payment.public_id.text() + ":callback"});
    transaction.commit();
}

}  // namespace ssr::billing
