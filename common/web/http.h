#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"

namespace ssr::web {

enum class Method { get, post };

enum class Status {
    ok = 200,
    created = 201,
    accepted = 202,
    no_content = 204,
    see_other = 303,
    bad_request = 400,
    unauthorized = 401,
    forbidden = 403,
    not_found = 404,
    method_not_allowed = 405,
    conflict = 409,
    gone = 410,
    too_large = 413,
    unsupported_media = 415,
    unprocessable = 422,
    too_many = 429,
    broken = 500,
    unavailable = 503,
    full = 507,
};

using Fields = std::map<std::string, std::string, std::less<>>;
using FieldErrors = std::map<std::string, std::string, std::less<>>;

/// A file that came with a form; its bytes are on disk and vanish with the request.
struct Upload {
    std::string field;
    std::string file_name;  // as sent: show it escaped, never open it
    std::string path;       // where we put it
    std::int64_t size_bytes = 0;
};

/// What arrived, already decoded once and checked (encodings, sizes, duplicates). Immutable;
/// knows nothing of users, sessions or modules.
struct Request {
    Method method = Method::get;
    std::string path;  // DOCUMENT_URI: what nginx matched
    Fields query;
    Fields form;  // urlencoded or multipart fields of a POST
    Fields cookies;
    Fields headers;    // an allow-list, names in lower case
    std::string body;  // raw bytes where it is neither a form nor an upload
    std::vector<Upload> uploads;
    std::string zone;  // which of nginx's servers: "site", "gateway"
    std::string remote_address;
    std::string id;     // nginx's $request_id
    std::string nonce;  // of this response's Content-Security-Policy

    std::string_view header(std::string_view name) const;
    std::string_view cookie(std::string_view name) const;
    /// Accept prefers JSON, or the path is an API's.
    bool wants_json() const;
};

/// Why a request is not answered as asked: one page or one problem+json, whichever the caller wants.
struct Refusal {
    Status status = Status::not_found;
    std::string code;    // stable, for programs: "not_signed_in"
    std::string title;   // for people: what happened
    std::string detail;  // and what to do now
    std::optional<std::chrono::seconds> retry_after;
    FieldErrors errors;  // by field, where a form was wrong
};

/// Why a form with nothing wrong in it was not taken: the session is over, a fresh code is wanted, or its
/// token is of another session. Its sender may look it over and send it again.
enum class Unsent { signed_out, unconfirmed, stale_token };

struct Response {
    Status status = Status::ok;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<Refusal> refusal;  // serve() words it, as page or as JSON
    std::optional<Unsent> unsent;    // a person's form that should not be lost
    /// Sources that this page alone may load scripts, frames or connections from (the payment page).
    std::string extra_script_source, extra_frame_source;

    /// Throws on CR, LF or NUL: no header can be split.
    Response& with_header(std::string name, std::string value);
    /// __Host- rules by construction: Secure; HttpOnly; SameSite=Lax; Path=/. Without `lives` it ends with
    /// the browser.
    Response& with_cookie(std::string_view name, std::string_view value,
                          std::optional<std::chrono::seconds> lives = std::nullopt);
    Response& without_cookie(std::string_view name);
};

Response html(std::string body, Status status = Status::ok);
Response json(Json const& value, Status status = Status::ok);
/// 303 to a path of this site; anything else is a bug, and throws.
Response redirect(std::string_view path);
Response no_content();
Response refuse(Refusal refusal);
Response not_found();
/// A download: the name is what the browser saves it as (RFC 6266).
Response attachment(std::string bytes, std::string_view media_type, std::string_view file_name);

/// Where the form that was sent stood: the path and query of the Referer, else the request's own path.
std::string page_of_form(Request const& request);

/// A path of this site that a `next` field may name; nothing for any other address.
std::optional<std::string> local_path(std::string_view text);

}  // namespace ssr::web
