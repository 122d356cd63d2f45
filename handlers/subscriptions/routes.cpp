#include "subscriptions/endpoints.h"

namespace ssr::subscriptions_pages {

namespace {

web::Route<App> const kRoutes[] = {
    web::get("/", show_landing),
    web::get("/pricing/", show_prices),
    web::get("/dashboard/", show_dashboard),
    web::get("/modules/{}/", show_module),
    web::get("/modules/{}/upgrade/", show_upgrades),
    web::get("/subscriptions/", show_subscriptions),
    web::get("/my-subscription/", show_subscriptions_instead),
    web::get("/subscriptions/{}/cancel/", show_cancellation),
    web::post("/subscriptions/{}/cancel/", cancel_subscription),
    web::post("/subscriptions/{}/keep/", keep_subscription),
    web::post("/subscriptions/{}/toggle-renew/", toggle_renewal),
    web::get("/subscriptions/mandates/{}/", show_mandate),
    web::post("/subscriptions/mandates/{}/check/", check_mandate),
    web::post("/subscriptions/authorise-mandate/", authorise_mandate),
    web::post("/subscriptions/trial/", start_trial),
    web::get("/subscriptions/checkout/", show_checkout),
    web::post("/subscriptions/checkout/", place_order),
    web::post("/subscriptions/checkout/quote/", show_quote),
    web::post("/subscriptions/verify-payment/", verify_payment),
    web::get("/subscriptions/payments/{}/", show_payment),
    web::post("/subscriptions/payments/{}/check/", check_payment),
    web::get("/payments/", list_payments),
    web::get("/payments/{}/invoice/", download_invoice),
    web::get("/payments/{}/credit-notes/{}/", download_credit_note),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::subscriptions_pages
