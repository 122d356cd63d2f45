#include "auth/entry.h"

#include "auth/words.h"
#include "base/secure.h"
#include "base/text.h"
#include "guard/signed_in.h"

namespace ssr::auth {

namespace {

constexpr int kKnownBytes = 32;
constexpr std::chrono::seconds kKnownLives = std::chrono::days{400};  // the most that browsers keep

std::string known_browser_of(web::Request const& request) {
    auto const cookie = request.cookie(kKnownCookie);
    return from_hex(cookie).size() == kKnownBytes ? std::string{cookie} : std::string{};
}

}  // namespace

PreSession pre_session_of(web::Request const& request) {
    auto held = guard::pre_session_of(request);
    return held ? PreSession{*std::move(held)} : PreSession{guard::new_pre_session(), true};
}

accounts::OtpAsker asker_of(web::Request const& request, PreSession const& browser) {
    return {browser.cookie, known_browser_of(request), request.remote_address};
}

Result<Admitted, web::Refusal> admit(App& app, web::Request const& request, accounts::OtpProof const& proof) {
    auto known = known_browser_of(request);
    if (known.empty()) known = random_hex(kKnownBytes);
    auto entered =
        app.door.enter(proof.to, {request.remote_address, std::string{request.header("user-agent")}, known});
    if (!entered) return Err{explain(entered.error())};
    if (auto const old = request.cookie(web::kSessionCookie); !old.empty()) app.sessions.end(old, "replaced");
    return Admitted{*std::move(entered), std::move(known)};
}

void give_cookies(web::Response& response, Admitted const& admitted) {
    response.with_cookie(web::kSessionCookie, admitted.entered.cookie, accounts::SessionLimits{}.absolute)
        .with_cookie(kKnownCookie, admitted.known_browser, kKnownLives)
        .without_cookie(web::kBrowserCookie);
}

void take_cookies(web::Response& response) {
    response.without_cookie(web::kSessionCookie).without_cookie(web::kBrowserCookie);
}

}  // namespace ssr::auth
