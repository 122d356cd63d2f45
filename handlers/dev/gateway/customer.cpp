#include "dev/endpoints.h"

// Who plays the customer, and who looks into the gateway's books.
namespace ssr::dev {

using namespace gateway;

namespace {

constexpr int kWholeLedger = 100'000;

Json to_json(Delivery const& delivery, Deliveries const& deliveries) {
    auto const when = [](std::optional<Instant> at) { return at ? Json{to_iso(*at)} : Json{}; };
    return Json::Object{{"event_id", delivery.event_id},
                        {"event", delivery.event_type},
                        {"payment_id", delivery.payment_id},
                        {"attempts", delivery.attempts},
                        {"last_answer", delivery.last_answer},
                        {"due_at", to_iso(delivery.due_at)},
                        {"delivered_at", when(delivery.delivered_at)},
                        {"given_up_at", when(delivery.given_up_at)},
                        {"body", delivery.body},
                        {"signature", deliveries.signature_of(delivery.body)}};
}

// What Checkout hands to the page. Only a payment that succeeds, at once or late, is signed.
Json word_of(App& app, Play const& play, Payment const& payment) {
    bool const is_signed = play.outcome == "success" || play.outcome == "late_success";
    auto const& secret = app.billing.gateway.key_secret;
    Json::Object word{{"razorpay_payment_id", payment.id},
                      {"razorpay_order_id", payment.order_id},
                      {"razorpay_signature", nullptr}};
    if (is_signed)
        word.insert_or_assign("razorpay_signature",
                              hmac_sha256_hex(secret, payment.order_id + "|" + payment.id));
    if (payment.error_code) word.emplace("error", checkout_error(payment));
    return word;
}

// The same for a subscription: signed the other way round.
Json word_of(App& app, SubscriptionPlay const& play, Payment const& payment) {
    Json::Object word{{"razorpay_payment_id", payment.id},
                      {"razorpay_subscription_id", play.subscription_id},
                      {"razorpay_signature", nullptr}};
    if (payment.error_code)
        word.emplace("error", checkout_error(payment));
    else
        word.insert_or_assign("razorpay_signature", hmac_sha256_hex(app.billing.gateway.key_secret,
                                                                    payment.id + "|" + play.subscription_id));
    return word;
}

std::string text_in(Json const& body, std::string_view name) { return body[name].text().value_or(""); }

bool names_the_account(App const& app, Request const& request) {
    auto const key = request.query.find("key_id");
    return key != request.query.end() && key->second == app.billing.gateway.key_id;
}

}  // namespace

Response show_order_to_customer(App& app, AtGateway const&, EntityId const& id, Request const& request) {
    if (!names_the_account(app, request))
        return denied({"Authentication failed", "", web::Status::unauthorized});
    auto const order = app.ledger.find_order(id.text);
    return order ? web::json(gateway::to_json(*order)) : denied({"The id provided does not exist"});
}

Response pay(App& app, AtGateway const&, Request const& request) {
    auto const play = read_play(body_of(request).value_or(Json{}));
    if (!play) return denied(play.error());
    auto const payment = app.acquirer.pay(*play);
    return payment ? web::json(word_of(app, *play, *payment)) : denied(payment.error());
}

Response show_subscription_to_customer(App& app, AtGateway const&, EntityId const& id,
                                       Request const& request) {
    if (!names_the_account(app, request))
        return denied({"Authentication failed", "", web::Status::unauthorized});
    auto const subscription = app.orders.find(id.text);
    if (!subscription) return denied({"The id provided does not exist"});
    auto const start = subscription->start_at ? Json{display_date(*subscription->start_at)} : Json{};
    return web::json(Json::Object{{"id", subscription->id},
                                  {"status", subscription->status},
                                  {"amount", subscription->amount().paise()},
                                  {"plan", subscription->plan.name},
                                  {"starts_on", start}});
}

Response authorise(App& app, AtGateway const&, Request const& request) {
    auto const play = read_subscription_play(body_of(request).value_or(Json{}));
    if (!play) return denied(play.error());
    auto const payment = app.collector.authorise(*play);
    return payment ? web::json(word_of(app, *play, *payment)) : denied(payment.error());
}

Response charge(App& app, AtGateway const&, Request const& request) {
    auto const play = read_subscription_play(body_of(request).value_or(Json{}));
    if (!play) return denied(play.error());
    auto const payment = app.collector.charge(*play);
    if (!payment) return denied(payment.error());
    return web::json(
        Json::Object{{"payment", gateway::to_json(*payment)},
                     {"subscription", gateway::to_json(*app.orders.find(play->subscription_id))}});
}

Response show_ledger(App& app, AtGateway const&) {
    Span const all{.count = kWholeLedger};
    std::int64_t pending = 0;
    for (auto const& delivery : app.deliveries.list({}))
        pending += !delivery.delivered_at && !delivery.given_up_at;
    return web::json(Json::Object{{"orders", array_of(app.ledger.list_orders(all))},
                                  {"payments", array_of(app.ledger.list_payments(all))},
                                  {"refunds", array_of(app.ledger.list_refunds(all))},
                                  {"subscriptions", array_of(app.orders.list(all))},
                                  {"pending_deliveries", pending}});
}

Response list_deliveries(App& app, AtGateway const&, Request const& request) {
    auto const payment = request.query.find("payment_id");
    Json::Array items;
    for (auto const& delivery :
         app.deliveries.list(payment == request.query.end() ? std::nullopt : std::optional{payment->second}))
        items.push_back(to_json(delivery, app.deliveries));
    return web::json(Json::Object{{"items", std::move(items)}});
}

Response send_event(App& app, AtGateway const&, Request const& request) {
    auto const body = body_of(request).value_or(Json{});
    auto const event =
        app.acquirer.event(text_in(body, "event"), text_in(body, "payment_id"), body["payload"]);
    if (!event) return denied(event.error());
    auto const manner = body["webhooks"].text().value_or("normal");
    auto const ids = app.deliveries.put({*event}, manner);
    auto const bytes = gateway::body_of(*event, app.clock.now());
    return web::json(Json::Object{
        {"event_id", ids.front()}, {"body", bytes}, {"signature", app.deliveries.signature_of(bytes)}});
}

}  // namespace ssr::dev
