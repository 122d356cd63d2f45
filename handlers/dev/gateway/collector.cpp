#include "dev/gateway/collector.h"

#include "db/transaction.h"

namespace ssr::dev::gateway {

namespace {

constexpr int kTries = 4;  // on the day itself and on the three after it
constexpr std::chrono::days kNextTry{1};
constexpr Money kByCard = Money::from_rupees(5), kByUpi = Money::from_rupees(1);

Err<Denied> no(std::string description, std::string field = {}) {
    return Err{Denied{std::move(description), std::move(field)}};
}

Err<Denied> unknown() { return no("The id provided does not exist"); }

Json const& declined() {
    static Json const error = Json::Object{
        {"code", "BAD_REQUEST_ERROR"},
        {"description", "Your payment could not be completed due to insufficient account balance."},
        {"reason", "insufficient_funds"}};
    return error;
}

Event about_payment(Ledger& ledger, std::string type, std::string const& payment) {
    return {std::move(type), payment, {{"payment", to_json(*ledger.find_payment(payment))}}};
}

}  // namespace

Plan Collector::make_plan(NewPlan const& wish) {
    Plan const plan{.id = fresh_id("plan_"),
                    .period = wish.period,
                    .interval = wish.interval,
                    .name = wish.name,
                    .description = wish.description,
                    .amount = wish.amount,
                    .notes = wish.notes,
                    .created_at = clock_.now()};
    orders_.insert(plan);
    return plan;
}

Result<Subscription, Denied> Collector::subscribe(NewSubscription const& wish) {
    auto const plan = orders_.find_plan(wish.plan_id);
    if (!plan) return unknown();
    auto const now = clock_.now();
    if (wish.start_at && *wish.start_at <= now)
        return no("start_at cannot be lesser than the current time.", "start_at");
    if (wish.expire_by && *wish.expire_by <= now)
        return no("expire_by should be at least 15 minutes after current time.", "expire_by");
    Subscription const subscription{.id = fresh_id("sub_"),
                                    .plan = *plan,
                                    .status = "created",
                                    .quantity = wish.quantity,
                                    .total_count = wish.total_count,
                                    .paid_count = 0,
                                    .auth_attempts = 0,
                                    .start_at = wish.start_at,
                                    .charge_at = wish.start_at,
                                    .expire_by = wish.expire_by,
                                    .customer_notify = wish.customer_notify,
                                    .ends_with_cycle = false,
                                    .notes = wish.notes,
                                    .method = {},
                                    .declines = false,
                                    .webhooks = "normal",
                                    .created_at = now};
    orders_.insert(subscription);
    return subscription;
}

Result<Subscription, Denied> Collector::cancel(std::string const& id, bool at_cycle_end) {
    db::Transaction transaction{db_};
    auto subscription = orders_.lock(id);
    if (!subscription) return unknown();
    if (subscription->is_over())
        return no("Subscription is not cancellable in " + subscription->status + " status.", "status");
    if (at_cycle_end && subscription->status == "active") {
        subscription->ends_with_cycle = true;
    } else {
        subscription->status = "cancelled";
        subscription->ended_at = clock_.now();
        subscription->charge_at = std::nullopt;
    }
    orders_.update(*subscription);
    if (subscription->is_over())
        deliveries_.put({of("subscription.cancelled", *subscription)}, subscription->webhooks);
    transaction.commit();
    return *subscription;
}

Result<Payment, Denied> Collector::authorise(SubscriptionPlay const& play) {
    db::Transaction transaction{db_};
    auto subscription = orders_.lock(play.subscription_id);
    if (!subscription) return unknown();
    if (subscription->status != "created")
        return no("Customer payment is not allowed for the Subscription at this stage.");
    subscription->method = play.method;
    subscription->webhooks = play.webhooks;
    subscription->declines = play.outcome == "failure";
    auto const payment = authenticate(*subscription);
    transaction.commit();
    return payment;
}

Result<Payment, Denied> Collector::charge(SubscriptionPlay const& play) {
    db::Transaction transaction{db_};
    auto subscription = orders_.lock(play.subscription_id);
    if (!subscription) return unknown();
    bool const can_be = subscription->status == "authenticated" || subscription->status == "active" ||
                        subscription->status == "pending";
    if (!can_be) return no("Subscription cannot be charged in " + subscription->status + " status.");
    subscription->webhooks = play.webhooks;
    subscription->declines = play.outcome == "failure";
    auto const payment = collect(*subscription);
    transaction.commit();
    return payment;
}

void Collector::ripen() {
    orders_.expire(clock_.now());
    while (orders_.has_due(clock_.now())) {
        db::Transaction transaction{db_};
        auto subscription = orders_.lock_due(clock_.now());
        if (!subscription) return;  // another process has it in hand
        if (subscription->ends_with_cycle) {
            subscription->status = "cancelled";
            subscription->ended_at = clock_.now();
            subscription->charge_at = std::nullopt;
            orders_.update(*subscription);
            deliveries_.put({of("subscription.cancelled", *subscription)}, subscription->webhooks);
        } else {
            collect(*subscription);
        }
        transaction.commit();
    }
}

std::string Collector::make_order(Money amount, Json notes) {
    Order const order{.id = fresh_id("order_"),
                      .amount = amount,
                      .receipt = std::nullopt,
                      .notes = std::move(notes),
                      .captures_at_once = true,
                      .status = "created",
                      .attempts = 0,
                      .created_at = clock_.now()};
    ledger_.insert(order);
    return order.id;
}

Payment Collector::pay(Subscription const& subscription, std::string const& order, Money amount) {
    Payment const payment{.id = fresh_id("pay_"),
                          .order_id = order,
                          .amount = amount,
                          .method = subscription.method,
                          .status = "created",
                          .is_late = false,
                          .is_captured = false,
                          .webhooks = subscription.webhooks,
                          .created_at = clock_.now()};
    ledger_.insert(payment);
    ledger_.mark_attempted(order);
    if (subscription.declines)
        ledger_.mark_failed(payment.id, declined());
    else
        ledger_.mark_authorized(payment.id);
    return payment;
}

// What was authorised goes back without having been captured.
Payment Collector::authenticate(Subscription subscription) {
    if (!subscription.start_at && !subscription.declines) return collect(std::move(subscription));
    auto const amount = subscription.method == "card" ? kByCard : kByUpi;
    auto const payment = pay(subscription, make_order(amount, Json::Object{}), amount);
    if (subscription.declines) {
        subscription.declines = false;
        subscription.method = {};
        orders_.update(subscription);
        deliveries_.put({about_payment(ledger_, "payment.failed", payment.id)}, subscription.webhooks);
        return *ledger_.find_payment(payment.id);
    }
    subscription.status = "authenticated";
    orders_.update(subscription);
    std::vector<Event> events{about_payment(ledger_, "payment.authorized", payment.id),
                              of("subscription.authenticated", subscription)};
    events.back().payment_id = payment.id;
    Refund const back{.id = fresh_id("rfnd_"),
                      .payment_id = payment.id,
                      .amount = amount,
                      .status = "processed",
                      .speed = "normal",
                      .receipt = std::nullopt,
                      .notes = Json::Object{},
                      .created_at = clock_.now()};
    ledger_.insert(back, "", "");
    ledger_.mark_refunded(payment.id, true);
    for (auto const* type : {"refund.created", "refund.processed"}) {
        events.push_back(about_payment(ledger_, type, payment.id));
        events.back().entities.emplace("refund", to_json(back));
    }
    deliveries_.put(std::move(events), subscription.webhooks);
    return *ledger_.find_payment(payment.id);
}

Invoice Collector::invoice_of(Subscription const& subscription) {
    auto const start = subscription.cycle_start();
    if (auto unpaid = orders_.find_unpaid(subscription.id, start)) return *std::move(unpaid);
    Invoice const invoice{.id = fresh_id("inv_"),
                          .subscription_id = subscription.id,
                          .order_id = make_order(subscription.amount(), Json::Object{}),
                          .payment_id = std::nullopt,
                          .name = subscription.plan.name,
                          .amount = subscription.amount(),
                          .status = "issued",
                          .billing_start = start,
                          .billing_end = cycle_end(subscription.plan, start),
                          .created_at = clock_.now(),
                          .paid_at = std::nullopt};
    orders_.insert(invoice);
    return invoice;
}

Payment Collector::collect(Subscription subscription) {
    auto const invoice = invoice_of(subscription);
    auto const payment = pay(subscription, invoice.order_id, invoice.amount);
    return subscription.declines ? fail(std::move(subscription), payment)
                                 : succeed(std::move(subscription), invoice, payment);
}

Payment Collector::succeed(Subscription subscription, Invoice const& invoice, Payment const& payment) {
    std::vector<Event> events{about_payment(ledger_, "payment.authorized", payment.id)};
    ledger_.mark_captured(payment.id, clock_.now());
    ledger_.mark_paid(invoice.order_id);
    orders_.mark_paid(invoice.id, payment.id, clock_.now());
    bool const was_active = subscription.status == "active";
    subscription.paid_count += 1;
    subscription.auth_attempts = 0;
    subscription.current_start = invoice.billing_start;
    subscription.current_end = invoice.billing_end;
    bool const is_last = subscription.paid_count >= subscription.total_count;
    subscription.status = is_last ? "completed" : "active";
    subscription.charge_at = is_last ? std::nullopt : std::optional{invoice.billing_end};
    if (is_last) subscription.ended_at = clock_.now();
    orders_.update(subscription);

    events.push_back(about_payment(ledger_, "payment.captured", payment.id));
    for (auto const* type : {"order.paid", "invoice.paid"}) {
        events.push_back(about_payment(ledger_, type, payment.id));
        events.back().entities.emplace("order", to_json(*ledger_.find_order(invoice.order_id)));
    }
    events.back().entities.emplace("invoice", to_json(*orders_.find_invoice(invoice.id)));
    if (!was_active) events.push_back(of("subscription.activated", subscription, payment.id));
    events.push_back(of("subscription.charged", subscription, payment.id));
    if (is_last) events.push_back(of("subscription.completed", subscription, payment.id));
    deliveries_.put(std::move(events), subscription.webhooks);
    return *ledger_.find_payment(payment.id);
}

Payment Collector::fail(Subscription subscription, Payment const& payment) {
    subscription.auth_attempts += 1;
    bool const is_last = subscription.auth_attempts >= kTries;
    subscription.status = is_last ? "halted" : "pending";
    subscription.charge_at = is_last ? std::nullopt : std::optional{clock_.now() + kNextTry};
    orders_.update(subscription);
    auto told = of("subscription." + subscription.status, subscription);
    told.payment_id = payment.id;
    deliveries_.put({about_payment(ledger_, "payment.failed", payment.id), std::move(told)},
                    subscription.webhooks);
    return *ledger_.find_payment(payment.id);
}

Event Collector::of(std::string type, Subscription const& subscription,
                    std::optional<std::string> const& payment) {
    Event event{
        std::move(type), payment.value_or(subscription.id), {{"subscription", to_json(subscription)}}};
    if (payment) event.entities.emplace("payment", to_json(*ledger_.find_payment(*payment)));
    return event;
}

}  // namespace ssr::dev::gateway
