#include "dev/endpoints.h"

namespace ssr::dev {

namespace {

web::Route<App> const kRoutes[] = {
    web::get("/_dev/", show_index),
    web::get("/_dev/components/", show_components),
    web::get("/_dev/outbox/", show_outbox),
    web::get("/_dev/outbox.json", list_outbox),
    web::get("/_dev/clock", show_clock),
    web::post("/_dev/clock", move_clock),
    web::get("/_dev/gateway/", show_gateway),
    web::post("/_dev/jobs/run", run_jobs),

    // The gateway's port.
    web::post("/v1/orders", make_order),
    web::get("/v1/orders", list_orders),
    web::get("/v1/orders/{}", show_order),
    web::get("/v1/orders/{}/payments", list_order_payments),
    web::get("/v1/payments", list_payments),
    web::get("/v1/payments/{}", show_payment),
    web::post("/v1/payments/{}/capture", capture_payment),
    web::post("/v1/payments/{}/refund", refund_payment),
    web::get("/v1/payments/{}/refunds", list_payment_refunds),
    web::get("/v1/payments/{}/refunds/{}", show_payment_refund),
    web::get("/v1/refunds", list_refunds),
    web::get("/v1/refunds/{}", show_refund),
    web::post("/v1/plans", make_plan),
    web::get("/v1/plans", list_plans),
    web::get("/v1/plans/{}", show_plan),
    web::post("/v1/subscriptions", make_subscription),
    web::get("/v1/subscriptions", list_subscriptions),
    web::get("/v1/subscriptions/{}", show_subscription),
    web::post("/v1/subscriptions/{}/cancel", cancel_subscription),
    web::get("/v1/invoices", list_invoices),
    web::get("/v1/invoices/{}", show_invoice),
    web::get("/_sim/orders/{}", show_order_to_customer),
    web::get("/_sim/subscriptions/{}", show_subscription_to_customer),
    web::post("/_sim/pay", pay),
    web::post("/_sim/authorise", authorise),
    web::post("/_sim/charge", charge),
    web::post("/_sim/event", send_event),
    web::get("/_sim/ledger", show_ledger),
    web::get("/_sim/deliveries", list_deliveries),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::dev
