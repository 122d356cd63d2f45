#include "dev/endpoints.h"
#include "domain/billing/gateway.h"

// Razorpay's REST API, as far as merchants like us use it.
namespace ssr::dev {

using namespace gateway;

namespace {

template <class Entity>
Response answer(Result<Entity, Denied> const& made) {
    return made ? web::json(to_json(*made)) : denied(made.error());
}

template <class Entity>
Response answer(std::optional<Entity> const& found) {
    return found ? web::json(to_json(*found)) : denied({"The id provided does not exist"});
}

std::optional<std::string> asked_for(Request const& request, std::string const& name) {
    auto const found = request.query.find(name);
    return found == request.query.end() ? std::nullopt : std::optional{found->second};
}

// The wish in the body, or why it cannot be granted.
template <class Wish>
Result<Wish, Denied> wish_of(Request const& request, Result<Wish, Denied> (*read)(Json const&)) {
    auto const body = body_of(request);
    if (!body) return Err{Denied{"The request body is not a JSON object."}};
    return read(*body);
}

}  // namespace

Response make_order(App& app, Merchant const&, Request const& request) {
    auto const wish = wish_of(request, read_order);
    return wish ? web::json(to_json(app.acquirer.make_order(*wish))) : denied(wish.error());
}

Response list_orders(App& app, Merchant const&, Request const& request) {
    auto const span = read_span(request.query);
    if (!span) return denied(span.error());
    return collection(app.ledger.list_orders(*span, asked_for(request, "receipt")));
}

Response show_order(App& app, Merchant const&, EntityId const& id) {
    return answer(app.ledger.find_order(id.text));
}

Response list_order_payments(App& app, Merchant const&, EntityId const& id) {
    if (!app.ledger.find_order(id.text)) return denied({"The id provided does not exist"});
    return collection(app.ledger.list_payments({.count = 100}, id.text));
}

Response list_payments(App& app, Merchant const&, Request const& request) {
    auto const span = read_span(request.query);
    return span ? collection(app.ledger.list_payments(*span)) : denied(span.error());
}

Response show_payment(App& app, Merchant const&, EntityId const& id) {
    return answer(app.ledger.find_payment(id.text));
}

Response capture_payment(App& app, Merchant const&, EntityId const& id, Request const& request) {
    auto const wish = wish_of(request, read_capture);
    return wish ? answer(app.acquirer.capture(id.text, *wish)) : denied(wish.error());
}

Response refund_payment(App& app, Merchant const&, EntityId const& id, Request const& request) {
    auto const key = request.header("x-refund-idempotency");
    if (auto const fault = fault_of_key(key)) return denied(*fault);
    auto const wish = wish_of(request, read_refund);
    return wish ? answer(app.acquirer.refund(id.text, *wish, key)) : denied(wish.error());
}

Response list_payment_refunds(App& app, Merchant const&, EntityId const& id, Request const& request) {
    auto const span = read_span(request.query);
    if (!span) return denied(span.error());
    if (!app.ledger.find_payment(id.text)) return denied({"The id provided does not exist"});
    return collection(app.ledger.list_refunds(*span, id.text));
}

Response show_payment_refund(App& app, Merchant const&, EntityId const& payment, EntityId const& id) {
    auto const refund = app.ledger.find_refund(id.text);
    return answer(refund && refund->payment_id == payment.text ? refund : std::nullopt);
}

Response list_refunds(App& app, Merchant const&, Request const& request) {
    auto const span = read_span(request.query);
    return span ? collection(app.ledger.list_refunds(*span)) : denied(span.error());
}

Response show_refund(App& app, Merchant const&, EntityId const& id) {
    return answer(app.ledger.find_refund(id.text));
}

Response make_plan(App& app, Merchant const&, Request const& request) {
    auto const wish = wish_of(request, read_plan);
    return wish ? web::json(to_json(app.collector.make_plan(*wish))) : denied(wish.error());
}

Response list_plans(App& app, Merchant const&, Request const& request) {
    auto const span = read_span(request.query);
    return span ? collection(app.orders.list_plans(*span)) : denied(span.error());
}

Response show_plan(App& app, Merchant const&, EntityId const& id) {
    return answer(app.orders.find_plan(id.text));
}

Response make_subscription(App& app, Merchant const&, Request const& request) {
    auto const wish = wish_of(request, read_subscription);
    return wish ? answer(app.collector.subscribe(*wish)) : denied(wish.error());
}

Response list_subscriptions(App& app, Merchant const&, Request const& request) {
    auto const span = read_span(request.query);
    if (!span) return denied(span.error());
    return collection(app.orders.list(*span, asked_for(request, "plan_id")));
}

Response show_subscription(App& app, Merchant const&, EntityId const& id) {
    return answer(app.orders.find(id.text));
}

Response cancel_subscription(App& app, Merchant const&, EntityId const& id, Request const& request) {
    auto const body = body_of(request);
    if (!body) return denied({"The request body is not a JSON object."});
    return answer(app.collector.cancel(id.text, read_at_cycle_end(*body)));
}

Response list_invoices(App& app, Merchant const&, Request const& request) {
    auto const span = read_span(request.query);
    if (!span) return denied(span.error());
    return collection(app.orders.list_invoices(*span, asked_for(request, "subscription_id")));
}

Response show_invoice(App& app, Merchant const&, EntityId const& id) {
    return answer(app.orders.find_invoice(id.text));
}

}  // namespace ssr::dev
