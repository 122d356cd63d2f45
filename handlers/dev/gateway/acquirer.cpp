#include "dev/gateway/acquirer.h"

#include "db/transaction.h"

namespace ssr::dev::gateway {

namespace {

using namespace std::chrono_literals;

constexpr auto kBankIsLate = 3s;              // where the play does not say how late
constexpr auto kNobodyCameBack = 10min;       // then the gateway calls it failed
constexpr std::int64_t kNeverArrives = 2468;  // ₹ 24.68: the refund that fails
constexpr int kRefundableMonths = 6;

Json const& no_money() {
    static Json const error = Json::Object{
        {"code", "BAD_REQUEST_ERROR"},
        {"description", "Your payment was declined by the bank. Try another way to pay or ask your bank."},
        {"reason", "payment_declined"}};
    return error;
}

Json const& no_answer() {
    static Json const error = Json::Object{{"code", "BAD_REQUEST_ERROR"},
                                           {"description", "Payment was not completed on time. Try again."},
                                           {"reason", "payment_timed_out"}};
    return error;
}

Err<Denied> no(std::string description, std::string field = {}) {
    return Err{Denied{std::move(description), std::move(field)}};
}

Err<Denied> unknown() { return no("The id provided does not exist"); }

// What makes two requests for a refund the same one.
std::string text_of(std::string const& payment, NewRefund const& wish) {
    return Json{Json::Object{{"payment", payment},
                             {"amount", wish.amount ? Json{wish.amount->paise()} : Json{}},
                             {"speed", wish.speed},
                             {"receipt", wish.receipt},
                             {"notes", wish.notes}}}
        .dump();
}

std::optional<Denied> fault_of_refund(Payment const& payment, NewRefund const& wish, Instant now) {
    if (payment.status == "refunded") return Denied{"The payment has been fully refunded already"};
    if (payment.status != "captured")
        return Denied{"The payment status should be captured for action to be taken"};
    if (now > add_months(payment.created_at, kRefundableMonths))
        return Denied{"Refund is not supported as the payment is more than 6 months old"};
    auto const left = payment.amount - payment.refunded;
    if (wish.amount.value_or(left) > left)
        return Denied{"The total refund amount is greater than the refund payment amount", "amount"};
    if (left.paise() < 100) return Denied{"The amount must be atleast INR 1.00", "amount"};
    return std::nullopt;
}

}  // namespace

Order Acquirer::make_order(NewOrder const& wish) {
    Order const order{.id = fresh_id("order_"),
                      .amount = wish.amount,
                      .receipt = wish.receipt,
                      .notes = wish.notes,
                      .captures_at_once = wish.captures_at_once,
                      .status = "created",
                      .attempts = 0,
                      .created_at = clock_.now()};
    ledger_.insert(order);
    return order;
}

Result<Payment, Denied> Acquirer::pay(Play const& play) {
    db::Transaction transaction{db_};
    auto const order = ledger_.lock_order(play.order_id);
    if (!order) return unknown();
    if (order->status == "paid") return no("Payment already done for this order.");
    auto const now = clock_.now();
    Payment const payment{.id = fresh_id("pay_"),
                          .order_id = order->id,
                          .amount = order->amount,
                          .method = play.method,
                          .status = "created",
                          .webhooks = play.webhooks,
                          .created_at = now};
    ledger_.insert(payment);
    ledger_.mark_attempted(order->id);
    auto const later = [&](std::chrono::seconds usual) {
        return now + (play.delay ? std::chrono::ceil<std::chrono::seconds>(*play.delay) : usual);
    };
    if (play.outcome == "success") {
        succeed(payment, *order, play.delay.value_or(0ms));
    } else if (play.outcome == "failure") {
        fail(payment, no_money(), play.delay.value_or(0ms));
    } else if (play.outcome == "late_success") {
        fail(payment, no_answer());
        ledger_.let_become(payment.id, "authorized", later(kBankIsLate));
    } else {
        ledger_.let_become(payment.id, "failed", later(kNobodyCameBack));
    }
    auto const played = ledger_.find_payment(payment.id);
    transaction.commit();
    return *played;
}

Result<Payment, Denied> Acquirer::capture(std::string const& id, NewCapture const& wish) {
    db::Transaction transaction{db_};
    auto const named = ledger_.find_payment(id);
    if (!named) return unknown();
    auto const order = ledger_.lock_order(named->order_id);
    auto const payment = *ledger_.find_payment(id);
    if (payment.is_captured) return no("This payment has already been captured");
    if (payment.status != "authorized") return no("Only payments which have been authorized can be captured");
    if (order->status == "paid") return no("The order is already paid");
    if (wish.amount != payment.amount)
        return no("Capture amount must be equal to the amount authorized", "amount");
    deliveries_.put(captured(payment, *order), payment.webhooks);
    auto const taken = *ledger_.find_payment(id);
    transaction.commit();
    return taken;
}

Result<Refund, Denied> Acquirer::refund(std::string const& id, NewRefund const& wish, std::string_view key) {
    db::Transaction transaction{db_};
    auto const named = ledger_.find_payment(id);
    if (!named) return unknown();
    ledger_.lock_order(named->order_id);
    auto const request = text_of(id, wish);
    if (auto const made = key.empty() ? std::nullopt : ledger_.find_by_key(key)) {
        if (made->second == request) return made->first;
        return Err{Denied{"Different request with the same idempotency key", "", web::Status::conflict}};
    }
    auto const payment = *ledger_.find_payment(id);
    if (auto const fault = fault_of_refund(payment, wish, clock_.now())) return Err{*fault};
    auto const refund =
        give_back(payment, wish, wish.amount.value_or(payment.amount - payment.refunded), key, request);
    transaction.commit();
    return refund;
}

Refund Acquirer::give_back(Payment const& payment, NewRefund const& wish, Money amount, std::string_view key,
                           std::string const& request) {
    auto const now = clock_.now();
    bool const fails = amount.paise() == kNeverArrives, waits = fails || wish.speed == "optimum";
    Refund const refund{.id = fresh_id("rfnd_"),
                        .payment_id = payment.id,
                        .amount = amount,
                        .status = waits ? "pending" : "processed",
                        .speed = wish.speed,
                        .receipt = wish.receipt,
                        .notes = wish.notes,
                        .created_at = now};
    ledger_.insert(refund, key, request);
    if (payment.refunded + amount == payment.amount) ledger_.mark_refunded(payment.id, true);
    std::vector<Event> events{of("refund.created", payment.id, &refund)};
    if (waits)
        ledger_.let_refund_become(refund.id, fails ? "failed" : "processed", now);
    else
        events.push_back(of("refund.processed", payment.id, &refund));
    deliveries_.put(std::move(events), "normal");
    return refund;
}

void Acquirer::ripen() {
    if (!ledger_.has_ripe(clock_.now())) return;
    db::Transaction transaction{db_};
    for (auto const& [payment, future] : ledger_.take_ripe_payments(clock_.now())) {
        auto const order = *ledger_.lock_order(payment.order_id);
        if (future == "failed")
            fail(payment, no_answer());
        else if (order.status == "paid")
            return_second(payment);
        else
            succeed(payment, order);
    }
    for (auto const& [refund, future] : ledger_.take_ripe_refunds(clock_.now())) end_refund(refund, future);
    transaction.commit();
}

void Acquirer::fail(Payment const& payment, Json const& error, Delay delay) {
    ledger_.mark_failed(payment.id, error);
    deliveries_.put({of("payment.failed", payment.id)}, payment.webhooks, delay);
}

void Acquirer::succeed(Payment const& payment, Order const& order, Delay delay) {
    ledger_.mark_authorized(payment.id);
    std::vector<Event> events{of("payment.authorized", payment.id)};
    if (order.captures_at_once)
        for (auto& event : captured(payment, order)) events.push_back(std::move(event));
    deliveries_.put(std::move(events), payment.webhooks, delay);
}

std::vector<Event> Acquirer::captured(Payment const& payment, Order const& order) {
    ledger_.mark_captured(payment.id, clock_.now());
    ledger_.mark_paid(order.id);
    auto paid = of("order.paid", payment.id);
    paid.entities.emplace("order", to_json(*ledger_.find_order(order.id)));
    return {of("payment.captured", payment.id), std::move(paid)};
}

// The order was paid by another payment: what came late goes back at once.
void Acquirer::return_second(Payment const& payment) {
    ledger_.mark_authorized(payment.id);
    deliveries_.put({of("payment.authorized", payment.id)}, payment.webhooks);
    give_back(payment, {.speed = "normal", .notes = Json::Object{}}, payment.amount, "", "");
}

void Acquirer::end_refund(Refund const& refund, std::string const& status) {
    ledger_.mark(refund.id, status);
    if (status == "failed") ledger_.mark_refunded(refund.payment_id, false);
    auto const ended = *ledger_.find_refund(refund.id);
    deliveries_.put({of("refund." + status, refund.payment_id, &ended)}, "normal");
}

Event Acquirer::of(std::string type, std::string const& payment, Refund const* refund) {
    Event event{std::move(type), payment, {{"payment", to_json(*ledger_.find_payment(payment))}}};
    if (refund) event.entities.emplace("refund", to_json(*refund));
    return event;
}

Result<Event, Denied> Acquirer::event(std::string const& type, std::string const& payment, Json const& more) {
    if (!ledger_.find_payment(payment)) return unknown();
    auto event = of(type, payment);
    auto const subject = type.substr(0, type.rfind('.'));  // "payment.dispute.created" is of a dispute
    if (subject == "order")
        event.entities.emplace("order",
                               to_json(*ledger_.find_order(ledger_.find_payment(payment)->order_id)));
    if (subject == "refund")
        for (auto const& refund : ledger_.list_refunds({.count = 1}, payment))
            event.entities.emplace("refund", to_json(refund));
    if (more.object())
        for (auto const& [name, entity] : *more.object()) event.entities.insert_or_assign(name, entity);
    return event;
}

}  // namespace ssr::dev::gateway
