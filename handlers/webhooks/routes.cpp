#include "webhooks/app.h"

namespace ssr::webhooks {

namespace {

web::Route<App> const kRoutes[] = {
    web::post("/webhooks/razorpay/", take_event),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::webhooks
