#include "support/endpoints.h"
#include "support/pages.h"

namespace ssr::support {

namespace {

Json to_json(Health const& health) {
    return Json::Object{{"status", code(health.overall())},
                        {"database", code(health.database)},
                        {"sessions", code(health.sessions)},
                        {"background_work", code(health.background_work)}};
}

}  // namespace

Response show_status(App& app, Request const& request) {
    auto const found = health(app.db, app.redis, app.clock);
    auto const status = found.overall() == Standing::down ? web::Status::unavailable : web::Status::ok;
    if (request.wants_json()) return web::json(to_json(found), status);
    view::Frame const frame{.path = request.path, .nonce = request.nonce};
    return web::html(render(StatusPage{found, app.clock.now()}, frame), status);
}

}  // namespace ssr::support
