#include "dev/endpoints.h"

namespace ssr::dev {

namespace {

web::Route<App> const kRoutes[] = {
    web::get("/_dev/", show_index),         web::get("/_dev/components/", show_components),
    web::get("/_dev/outbox/", show_outbox), web::get("/_dev/outbox.json", list_outbox),
    web::get("/_dev/clock", show_clock),    web::post("/_dev/clock", move_clock),
    web::post("/_dev/jobs/run", run_jobs),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::dev
