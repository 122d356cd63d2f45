#include "support/endpoints.h"

namespace ssr::support {

namespace {

// No page of help, tickets and announcements is open yet: their addresses answer that they do not exist.
web::Route<App> const kRoutes[] = {
    web::get("/status", show_status),
    web::get("/terms/", show_terms),
    web::get("/privacy/", show_privacy),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::support
