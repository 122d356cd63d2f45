#include "auth/answers.h"
#include "auth/endpoints.h"
#include "auth/entry.h"
#include "auth/raise.h"
#include "auth/words.h"

namespace ssr::auth {

using accounts::Purpose;

Response request_otp_for_program(App& app, Request const& request, ProgramJson<LoginForm> const& body) {
    if (!body.values) return web::refuse(explain(body.errors));
    auto const browser = pre_session_of(request);
    auto const sent = app.otp.request(body.values->identifier, Purpose::sign_in, asker_of(request, browser));
    auto response =
        sent ? web::json(challenge_json(*sent, app.clock.now())) : web::refuse(explain(sent.error()));
    if (browser.is_fresh) response.with_cookie(web::kBrowserCookie, browser.cookie);
    return response;
}

Response verify_otp_for_program(App& app, Request const& request, ProgramJson<OtpAnswer> const& body) {
    if (!body.values) return web::refuse(explain(body.errors));
    auto const proof = app.otp.check(body.values->challenge_id, Purpose::sign_in,
                                     asker_of(request, pre_session_of(request)), body.values->otp);
    if (!proof) return web::refuse(explain(proof.error()));
    auto const admitted = admit(app, request, *proof);
    if (!admitted) return web::refuse(admitted.error());
    auto response = web::json(entered_json(admitted->entered.who));
    give_cookies(response, *admitted);
    return response;
}

Response verify_totp_for_program(App& app, StaffArrived const& who, ProgramJson<TotpForm> const& body) {
    if (!body.values) return web::refuse(explain(body.errors));
    auto const raised = raise(app, who, body.values->totp);
    if (!raised) return web::refuse(raised.error());
    auto response = web::json(raised_json(who.session));
    response.with_cookie(web::kSessionCookie, *raised, accounts::SessionLimits{}.absolute);
    return response;
}

Response tell_who_is_signed_in(App& app, Arrived const& who) {
    Json::Array modules;
    for (auto const& access : app.access.of(who.session.user)) modules.push_back(module_json(access));
    return web::json(Json::Object{
        {"user", user_json(who.session)}, {"modules", std::move(modules)}, {"csrf_token", who.csrf_token}});
}

// Asked by pages that have been open for long (nginx/js/app.js): who is signed in now, and the token for
// forms.
Response give_token(App&, Visitor const& who) {
    auto const person = who.session ? Json{who.session->public_user.text()} : Json{};
    auto response = web::json(Json::Object{{"csrf_token", who.csrf_token}, {"person", person}});
    if (!who.fresh_browser.empty()) response.with_cookie(web::kBrowserCookie, who.fresh_browser);
    return response;
}

Response log_out_program(App& app, Arrived const& who, Form<Press> const&) {
    app.sessions.end(who.request->cookie(web::kSessionCookie), "signed_out");
    auto response = web::no_content();
    take_cookies(response);
    return response;
}

}  // namespace ssr::auth
