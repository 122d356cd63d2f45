#include "admin/endpoints.h"

namespace ssr::admin {

namespace {

web::Route<App> const kRoutes[] = {
    web::get("/admin-panel/", show_panel),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::admin
