#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guard/house.h"
#include "guard/put_back.h"
#include "log/log.h"
#include "view/page.h"
#include "web/serve.h"

namespace ssr::guard {

/// A handler as its main() knows it.
struct Handler {
    std::string name;                       // "auth"
    int needs_schema = 0;                   // the youngest migration that its statements need
    std::int64_t largest_body = 64 * 1024;  // bytes of a form; 413 beyond it
    std::int64_t largest_upload = 0;        // bytes of a multipart form; 0: none is taken
};

/// What web::serve needs, made of the house: readiness with database, cache and schema; refusals as pages of
/// the product; what the request has cost, for the access log.
web::Service service_of(Handler const& handler, HouseConfig const& config, House& house);

/// Dispatches, and sees to it that no person's form is lost to a session that ended under it (put_back.h).
template <class App>
web::Dispatched answer(std::span<web::Route<App> const> routes, App& app, web::Request const& request) {
    auto const show = [&](web::Request const& asked) { return web::dispatch<App>(routes, app, asked); };
    auto dispatched = show(request);
    see_to_form(app, request, show, dispatched.response);
    return dispatched;
}

/// Counts what the next request costs from zero.
void reset_costs(House& house);

/// The whole life of a handler with pages; returns what main() should:
///
///     int main(int argc, char** argv) {
///         return guard::serve<auth::App, auth::Config>({.name = "auth", .needs_schema = 3}, auth::routes(),
///                                                      {argv + 1, argv + argc});
///     }
///
/// `--routes` and `--needs-schema` print and end. Config has `static Config from(Environment&)` and the
/// member `house` (HouseConfig); App inherits House and is made of a Config.
template <class App, class Config>
int serve(Handler const& handler, std::span<web::Route<App> const> routes,
          std::vector<std::string_view> const& arguments) {
    if (arguments == std::vector<std::string_view>{"--routes"}) {
        web::print_routes(handler.name, routes);
        return 0;
    }
    if (arguments == std::vector<std::string_view>{"--needs-schema"}) {
        std::printf("%d\n", handler.needs_schema);
        return 0;
    }
    Environment environment;
    auto const config = Config::from(environment);
    environment.exit_if_incomplete();
    log::begin(handler.name, config.house.release);
    view::configure({config.house.templates, config.house.static_manifest});
    App app{config};
    return web::serve(service_of(handler, config.house, app),
                      [&](web::Request const& request) { return answer<App>(routes, app, request); });
}

}  // namespace ssr::guard
