#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http.h"

namespace ssr::web {

inline constexpr std::string_view kSessionCookie = "__Host-sid";
/// The browser of someone who is not signed in.
inline constexpr std::string_view kBrowserCookie = "__Host-pre";

/// Synchroniser tokens: HMAC of the session's (or the pre-session's) cookie, and a look at Origin and
/// Sec-Fetch-Site. The previous key is accepted, so that a rotation logs nobody out of a form.
class Csrf {
public:
    Csrf(std::string key, std::string previous_key, std::string public_url);

    std::string token_for(std::string_view cookie_value) const;
    /// True where the token (field csrf_token or header X-CSRF-Token) belongs to the request's own cookie.
    bool allows(Request const& request) const;
    /// True where the browser itself says that a page of ours sent the request.
    bool is_from_our_page(Request const& request) const;

private:
    std::vector<std::string> keys_;
    std::string public_url_;
};

}  // namespace ssr::web
