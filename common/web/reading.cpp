#include "web/reading.h"

#include <array>
#include <charconv>

#include "base/secure.h"
#include "base/text.h"
#include "web/body.h"

namespace ssr::web {

namespace {

// What may reach a handler; all else that a client sends stays outside (httpoxy, X-Forwarded-For and their
// like).
constexpr std::array<std::string_view, 16> kHeaders{"accept",
                                                    "accept-language",
                                                    "authorization",
                                                    "content-type",
                                                    "cookie",
                                                    "hx-request",
                                                    "idempotency-key",
                                                    "if-none-match",
                                                    "origin",
                                                    "referer",
                                                    "sec-fetch-site",
                                                    "user-agent",
                                                    "x-csrf-token",
                                                    "x-razorpay-event-id",
                                                    "x-razorpay-signature",
                                                    "x-refund-idempotency"};

Refusal malformed(std::string_view what) {
    return {.status = Status::bad_request,
            .code = "malformed",
            .title = "The request could not be read",
            .detail = std::string{what}};
}

// "HTTP_X_CSRF_TOKEN" is "x-csrf-token".
std::string header_name(std::string_view param) {
    auto name = lower(param.substr(5));
    for (auto& c : name)
        if (c == '_') c = '-';
    return name;
}

bool take_headers(Params const& params, Request& request) {
    for (auto const& [name, value] : params) {
        if (!name.starts_with("HTTP_")) continue;
        auto const header = header_name(name);
        if (std::find(kHeaders.begin(), kHeaders.end(), header) == kHeaders.end()) continue;
        if (!request.headers.emplace(header, value).second) return false;
    }
    return true;
}

bool take_cookies(Request& request) {
    for (auto const part : split(request.header("cookie"), ';')) {
        auto const pair = trimmed(part);
        auto const at = pair.find('=');
        if (at == std::string_view::npos) continue;
        auto const name = pair.substr(0, at);
        // A second one of ours is an attempt to plant a session.
        if (!request.cookies.emplace(name, pair.substr(at + 1)).second && name.starts_with("__Host-"))
            return false;
    }
    return true;
}

std::string_view param(Params const& params, std::string_view wanted) {
    for (auto const& [name, value] : params)
        if (name == wanted) return value;
    return {};
}

std::optional<std::int64_t> content_length(Params const& params) {
    auto const text = param(params, "CONTENT_LENGTH");
    if (text.empty()) return 0;
    std::int64_t length = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (fault != std::errc{} || end != text.data() + text.size() || length < 0) return std::nullopt;
    return length;
}

}  // namespace

Result<Request, Refusal> read_request(Params const& params, std::istream& body, BodyLimits const& limits) {
    Request request;
    auto const method = param(params, "REQUEST_METHOD");
    if (method == "POST")
        request.method = Method::post;
    else if (method != "GET" && method != "HEAD")
        return Err{Refusal{.status = Status::method_not_allowed,
                           .code = "method_not_allowed",
                           .title = "This kind of request is not taken",
                           .detail = "Use GET, HEAD or POST."}};
    request.path = param(params, "DOCUMENT_URI");
    request.zone = param(params, "SSR_ZONE");
    request.remote_address = param(params, "REMOTE_ADDR");
    request.id = param(params, "REQUEST_ID");
    if (request.id.empty()) request.id = random_hex(16);
    request.nonce = random_hex(16);
    if (!is_utf8(request.path) || has_control_characters(request.path))
        return Err{malformed("The address is not valid text.")};
    if (!take_headers(params, request)) return Err{malformed("A header stands twice.")};
    if (!take_cookies(request)) return Err{malformed("A cookie stands twice.")};
    if (!read_fields(param(params, "QUERY_STRING"), request.query))
        return Err{malformed("The part of the address after ? is not valid.")};

    auto const length = content_length(params);
    if (!length) return Err{malformed("The length of the request is not a number.")};
    if (*length > 0 || request.method == Method::post) {
        // The content type comes as its own parameter, never as HTTP_CONTENT_TYPE.
        request.headers.insert_or_assign("content-type", std::string{param(params, "CONTENT_TYPE")});
        if (auto refusal = read_body(body, *length, limits, request)) return Err{*std::move(refusal)};
    }
    return request;
}

}  // namespace ssr::web
