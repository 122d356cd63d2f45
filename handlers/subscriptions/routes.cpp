#include "subscriptions/endpoints.h"

namespace ssr::subscriptions_pages {

namespace {

web::Route<App> const kRoutes[] = {
    web::get("/", show_landing),
    web::get("/pricing/", show_prices),
    web::get("/dashboard/", show_dashboard),
    web::get("/modules/{}/", show_module),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::subscriptions_pages
