#include "web/csrf.h"

#include "base/secure.h"

namespace ssr::web {

namespace {

std::string token(std::string_view key, std::string_view cookie) {
    return hmac_sha256_hex(key, "csrf|" + std::string{cookie});
}

}  // namespace

Csrf::Csrf(std::string key, std::string previous_key, std::string public_url)
    : keys_{std::move(key)}, public_url_{std::move(public_url)} {
    if (!previous_key.empty()) keys_.push_back(std::move(previous_key));
}

std::string Csrf::token_for(std::string_view cookie_value) const {
    return token(keys_.front(), cookie_value);
}

bool Csrf::is_from_our_page(Request const& request) const {
    auto const site = request.header("sec-fetch-site");
    auto const origin = request.header("origin");
    if (!origin.empty() && origin != public_url_) return false;
    return site == "same-origin" || (site.empty() && !origin.empty());
}

bool Csrf::allows(Request const& request) const {
    auto const site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    auto const origin = request.header("origin");
    if (!origin.empty() && origin != public_url_) return false;

    auto const session = request.cookie(kSessionCookie);
    auto const cookie = session.empty() ? request.cookie(kBrowserCookie) : session;
    if (cookie.empty()) return false;
    auto const field = request.form.find("csrf_token");
    auto const given =
        field == request.form.end() ? request.header("x-csrf-token") : std::string_view{field->second};
    for (auto const& key : keys_)
        if (equal_in_constant_time(token(key, cookie), given)) return true;
    return false;
}

}  // namespace ssr::web
