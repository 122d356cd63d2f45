#include "web/serve.h"

#include <unistd.h>
#include <chrono>
#include <cstdlib>
#include <exception>

#include "base/fault.h"
#include "log/log.h"
#include "web/fcgi.h"
#include "web/reading.h"

namespace ssr::web {

namespace {

using std::chrono::microseconds;

std::int64_t whole_milliseconds(microseconds time) {
    return std::chrono::round<std::chrono::milliseconds>(time).count();
}

Refusal busy() {
    return {.status = Status::unavailable,
            .code = "unavailable",
            .title = "The office is busy for a moment",
            .detail = "Your saved work is safe. Try again in a few seconds.",
            .retry_after = std::chrono::seconds{2}};
}

Refusal broken() {
    return {
        .status = Status::broken,
        .code = "broken",
        .title = "Something went wrong on our side",
        .detail =
            "Your saved work is safe. Try once more; if it happens again, tell support the number below."};
}

Json problem_of(Refusal const& refusal, Request const& request) {
    Json::Object problem{{"type", "about:blank"},         {"title", refusal.title},
                         {"status", int(refusal.status)}, {"detail", refusal.detail},
                         {"code", refusal.code},          {"request_id", request.id}};
    if (refusal.retry_after) problem.emplace("retry_after", refusal.retry_after->count());
    if (!refusal.errors.empty()) {
        Json::Object errors;
        for (auto const& [field, complaint] : refusal.errors) errors.emplace(field, complaint);
        problem.emplace("errors", std::move(errors));
    }
    return problem;
}

// Gives a refusal its words, as JSON or as a page, whichever the caller wants.
void word(Service const& service, Request const& request, Response& response) {
    auto const& refusal = *response.refusal;
    if (request.wants_json()) {
        response.with_header("Content-Type", "application/problem+json");
        response.body = problem_of(refusal, request).dump();
    } else if (response.body.empty()) {  // an endpoint may have made its own page
        response.with_header("Content-Type", "text/html; charset=utf-8");
        response.body = service.error_page(refusal, request);
    }
}

bool has_header(Response const& response, std::string_view name) {
    for (auto const& header : response.headers)
        if (header.first == name) return true;
    return false;
}

std::string content_security_policy(Request const& request, Response const& response) {
    auto const with = [](std::string const& extra) { return extra.empty() ? "" : " " + extra; };
    auto const frames =
        response.extra_frame_source.empty() ? std::string{"'none'"} : response.extra_frame_source;
    return "default-src 'none'; script-src 'nonce-" + request.nonce + "'" +
           with(response.extra_script_source) +
           "; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; connect-src 'self'" +
           with(response.extra_frame_source) + "; frame-src " + frames +
           "; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
}

void add_house_headers(Service const& service, Request const& request, Response& response) {
    if (!has_header(response, "Content-Security-Policy"))
        response.with_header("Content-Security-Policy", content_security_policy(request, response));
    if (!has_header(response, "Cache-Control")) response.with_header("Cache-Control", "no-store");
    response.with_header("X-Content-Type-Options", "nosniff")
        .with_header("Referrer-Policy", "same-origin")
        .with_header("X-Request-Id", request.id)
        .with_header("X-Ver", service.release);
}

// What deploys and supervisors ask; never routed from outside.
std::optional<Response> health(Service const& service, Request const& request) {
    if (request.path == "/healthz") return html("ok\n");
    if (request.path == "/metrics" && service.metrics) {
        Response metrics{.body = service.metrics->text(service.name, service.release)};
        return metrics.with_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    }
    if (request.path != "/readyz") return std::nullopt;
    bool const is_ready = !service.is_ready || service.is_ready();
    return html(is_ready ? "ready\n" : "not ready\n", is_ready ? Status::ok : Status::unavailable);
}

std::string on_the_wire(Response const& response) {
    std::string out = "Status: " + std::to_string(int(response.status)) + "\r\n";
    for (auto const& [name, value] : response.headers) out += name + ": " + value + "\r\n";
    out += "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n";
    return out + response.body;
}

// The line of the access log, and the counters. What operators ask is in neither.
void record(Service const& service, Request const& request, std::string_view route, Status status,
            microseconds took) {
    auto const cost = service.cost ? service.cost() : Cost{};
    if (route == "/healthz" || route == "/readyz" || route == "/metrics") return;
    if (service.metrics) service.metrics->count(request.method, route, status, took, cost);
    log::info("request.answered", {{"route", route.empty() ? std::string_view{"-"} : route},
                                   {"method", request.method == Method::get ? "GET" : "POST"},
                                   {"status", int(status)},
                                   {"ms", whole_milliseconds(took)},
                                   {"db_n", cost.statements},
                                   {"db_ms", whole_milliseconds(cost.database)},
                                   {"redis_n", cost.round_trips},
                                   {"redis_ms", whole_milliseconds(cost.cache)}});
}

struct DiscardUploads {
    Request const& request;
    ~DiscardUploads() {
        for (auto const& upload : request.uploads) ::unlink(upload.path.c_str());
    }
};

std::string exchange(Service const& service, Answer const& answer, Params const& params, std::istream& body) {
    auto const began = std::chrono::steady_clock::now();
    auto const request =
        read_request(params, body, {service.largest_body, service.largest_upload, service.upload_directory});
    std::string_view route;
    Request const unread{.path = "/"};
    auto const& asked = request ? *request : unread;
    DiscardUploads const discard{asked};
    log::set_request_id(asked.id);
    auto const response = answered(
        service, request ? answer : [&](Request const&) { return Dispatched{refuse(request.error()), {}}; },
        asked, route);
    record(service, asked, route, response.status,
           std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - began));
    return on_the_wire(response);
}

}  // namespace

Response answered(Service const& service, Answer const& answer, Request const& request,
                  std::string_view& route) {
    Response response;
    try {
        if (auto health_answer = health(service, request)) {
            route = request.path;
            response = *std::move(health_answer);
        } else {
            auto dispatched = answer(request);
            route = dispatched.route;
            response = std::move(dispatched.response);
        }
        if (response.refusal) word(service, request, response);
    } catch (Fault const& fault) {
        log::error("request.failed", {{"route", route}, {"why", fault.what()}});
        response = refuse(fault.is_temporary() ? busy() : broken());
        word(service, request, response);
    } catch (std::exception const& bug) {
        log::error("request.failed", {{"route", route}, {"why", bug.what()}});
        response = refuse(broken());
        word(service, request, response);
    }
    add_house_headers(service, request, response);
    return response;
}

int serve(Service const& service, Answer const& answer) {
    // A little apart, so that the workers of a handler do not all start anew at once.
    int const most = service.max_requests + int(::getpid()) % std::max(1, service.max_requests / 4);
    auto const ended = accept_requests(
        [&](Params const& params, std::istream& body) { return exchange(service, answer, params, body); },
        most);
    if (ended == Ended::worn) start_anew();
    return 0;
}

}  // namespace ssr::web
