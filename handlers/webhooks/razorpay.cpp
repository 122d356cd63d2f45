#include "domain/billing/webhook_inbox.h"
#include "log/log.h"
#include "webhooks/app.h"

namespace ssr::webhooks {

namespace {

Response refused(std::string code, std::string detail) {
    log::warn("webhook.refused", {{"why", code}});
    return web::refuse({.status = web::Status::bad_request,
                        .code = std::move(code),
                        .title = "This event was not taken",
                        .detail = std::move(detail)});
}

}  // namespace

Config Config::from(Environment& environment) {
    Config config{guard::HouseConfig::from(environment), {environment.required("RAZORPAY_WEBHOOK_SECRET")}};
    if (auto previous = environment.optional("RAZORPAY_WEBHOOK_SECRET_PREVIOUS"); !previous.empty())
        config.secrets.push_back(std::move(previous));
    return config;
}

Response take_event(App& app, Request const& request, RawBody const& body) {
    if (!billing::is_signed_by_gateway(body.bytes, request.header("x-razorpay-signature"), app.secrets))
        return refused("wrong_signature", "The signature is not that of these bytes with our secret.");
    auto const receipt =
        billing::receive(app.db, app.clock, body.bytes, request.header("x-razorpay-event-id"));
    if (receipt == billing::WebhookReceipt::not_json)
        return refused("not_an_event", "The body is not a JSON object with an \"event\".");
    bool const is_new = receipt == billing::WebhookReceipt::stored;
    return web::json(Json::Object{{"status", is_new ? "stored" : "seen_before"}});
}

}  // namespace ssr::webhooks
