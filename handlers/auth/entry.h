#pragma once

#include <string>

#include "auth/app.h"
#include "web/http.h"

namespace ssr::auth {

/// Given at the first sign-in and kept through sign-outs: tells a person's own browser from a stranger's.
inline constexpr std::string_view kKnownCookie = "__Host-known";

/// The pre-session that codes are bound to; a new one where the browser came with none.
struct PreSession {
    std::string cookie;
    bool is_fresh = false;
};
PreSession pre_session_of(web::Request const& request);

/// Who asks for a code, or gives one.
accounts::OtpAsker asker_of(web::Request const& request, PreSession const& browser);

/// Somebody was let in; what his browser is to keep.
struct Admitted {
    accounts::Entered entered;
    std::string known_browser;
};

/// Lets in whoever proved an identifier, under a new cookie; a session that the browser had before ends.
Result<Admitted, web::Refusal> admit(App& app, web::Request const& request, accounts::OtpProof const& proof);
/// The session's cookie and the known browser's; the pre-session is over.
void give_cookies(web::Response& response, Admitted const& admitted);
/// Nothing but the known browser's is kept.
void take_cookies(web::Response& response);

}  // namespace ssr::auth
