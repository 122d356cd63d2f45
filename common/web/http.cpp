#include "web/http.h"

#include <stdexcept>

#include "base/text.h"

namespace ssr::web {

namespace {

std::string_view found_in(Fields const& fields, std::string_view name) {
    auto const found = fields.find(name);
    return found == fields.end() ? std::string_view{} : std::string_view{found->second};
}

// The name for old browsers: plain ASCII, nothing that ends a quoted string.
std::string ascii_name(std::string_view name) {
    std::string plain;
    for (char c : name) plain += c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '%' ? c : '_';
    return plain;
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return found_in(headers, name); }
std::string_view Request::cookie(std::string_view name) const { return found_in(cookies, name); }

bool Request::wants_json() const {
    if (path.starts_with("/api/") || path.starts_with("/webhooks/")) return true;  // as nginx has it
    auto const accept = header("accept");
    auto const json = accept.find("application/json");
    return json != std::string_view::npos && json < accept.find("text/html");
}

Response& Response::with_header(std::string name, std::string value) {
    for (auto const* text : {&name, &value})
        for (char c : *text)
            if (c == '\r' || c == '\n' || c == '\0')
                throw std::logic_error{"header " + ascii_name(name) + " would be split"};
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

Response& Response::with_cookie(std::string_view name, std::string_view value,
                                std::optional<std::chrono::seconds> lives) {
    std::string cookie{name};
    cookie += "=";
    cookie += value;
    cookie += "; Path=/; Secure; HttpOnly; SameSite=Lax";
    if (lives) cookie += "; Max-Age=" + std::to_string(lives->count());
    return with_header("Set-Cookie", std::move(cookie));
}

Response& Response::without_cookie(std::string_view name) {
    return with_cookie(name, "", std::chrono::seconds{0});
}

Response html(std::string body, Status status) {
    Response response{.status = status, .body = std::move(body)};
    response.with_header("Content-Type", "text/html; charset=utf-8");
    return response;
}

Response json(Json const& value, Status status) {
    Response response{.status = status, .body = value.dump()};
    response.with_header("Content-Type", "application/json");
    return response;
}

Response redirect(std::string_view path) {
    if (!local_path(path)) throw std::logic_error{"redirect leaves the site"};
    Response response{.status = Status::see_other};
    response.with_header("Location", std::string{path});
    return response;
}

Response no_content() { return {.status = Status::no_content}; }

Response refuse(Refusal refusal) {
    Response response{.status = refusal.status};
    if (refusal.retry_after)
        response.with_header("Retry-After", std::to_string(refusal.retry_after->count()));
    response.refusal = std::move(refusal);
    return response;
}

Response not_found() {
    return refuse({.status = Status::not_found,
                   .code = "not_found",
                   .title = "This page does not exist",
                   .detail = "The address may be old or mistyped. Your saved work is safe."});
}

Response attachment(std::string bytes, std::string_view media_type, std::string_view file_name) {
    Response response{.body = std::move(bytes)};
    response.with_header("Content-Type", std::string{media_type});
    response.with_header("Content-Disposition", "attachment; filename=\"" + ascii_name(file_name) +
                                                    "\"; filename*=UTF-8''" + url_encoded(file_name));
    return response;
}

std::string page_of_form(Request const& request) {
    auto const referer = request.header("referer");
    auto const host = referer.find("://");
    auto const path = host == std::string_view::npos ? host : referer.find('/', host + 3);
    auto const page = path == std::string_view::npos ? std::nullopt : local_path(referer.substr(path));
    return page.value_or(request.path);
}

std::optional<std::string> local_path(std::string_view text) {
    constexpr std::string_view kMarks = "/_?=&.-%+~:";
    if (text.empty() || text[0] != '/' || text.size() > 2000) return std::nullopt;
    if (text.size() > 1 && (text[1] == '/' || text[1] == '\\')) return std::nullopt;
    for (char c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!plain && kMarks.find(c) == std::string_view::npos) return std::nullopt;
    }
    return std::string{text};
}

}  // namespace ssr::web
