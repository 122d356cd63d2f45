#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "web/metrics.h"
#include "web/route.h"

namespace ssr::web {

/// What serve() needs to know of the handler besides its routes.
struct Service {
    std::string name;     // "auth"
    std::string release;  // X-Ver
    int needs_schema = 0;
    std::function<bool()> is_ready;  // /readyz: database, cache, templates
    std::function<std::string(Refusal const&, Request const&)> error_page;  // a refusal for people
    std::function<Cost()> cost;             // what the request has cost; starts the next count
    std::shared_ptr<Metrics> metrics = {};  // /metrics; none: the page does not exist
    std::string upload_directory = "/tmp";
    std::int64_t largest_body = 64 * 1024;  // beyond it 413; uploads have their own
    std::int64_t largest_upload = 0;        // 0: multipart is refused
    int max_requests = 10000;               // then the process starts anew, in its own place
};

using Answer = std::function<Dispatched(Request const&)>;

/// Answers requests on fd 0 until told to stop; finishes the one in hand first. The one catch of a handler is
/// here: a lost database or cache is 503, any other fault 500 with the request id.
int serve(Service const& service, Answer const& answer);

/// The answer as it would go out: faults caught, refusals worded, security headers set. Tests call it in
/// process.
Response answered(Service const& service, Answer const& answer, Request const& request,
                  std::string_view& route);

template <class App>
void print_routes(std::string_view handler, std::span<Route<App> const> routes) {
    for (auto const& route : routes)
        std::printf("%.*s\t%s\t%.*s\t%.*s\n", int(handler.size()), handler.data(),
                    route.method == Method::get ? "GET" : "POST", int(route.path.size()), route.path.data(),
                    int(route.access.size()), route.access.data());
}

}  // namespace ssr::web
