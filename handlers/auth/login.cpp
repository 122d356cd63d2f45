#include "auth/answers.h"
#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/entry.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

Response login_again(Visitor const& who, Form<LoginForm> const& form, web::Refusal const& refusal) {
    auto const next = form.typed.find("next");
    LoginPage page{.next = next == form.typed.end() ? std::string{} : next->second,
                   .typed = form.typed,
                   .errors = form.errors,
                   .has_code_waiting = refusal.code == "cooling_down"};
    if (form.errors.empty()) page.refusal = refusal;
    return came_back(who, refusal, render(page, frame_of(who)));
}

}  // namespace

Response show_login(App&, Visitor const& who, Query<NextQuery> const& query) {
    auto const& [next, was_sent, was_signed_out] = *query.values;
    if (who.session) return web::redirect(urls::onward(next));
    return guard::page(who, render(LoginPage{.next = next, .was_signed_out = was_signed_out}, frame_of(who)));
}

Response log_in(App& app, Visitor const& who, Form<LoginForm> const& form) {
    if (!form.values) return login_again(who, form, explain(form.errors));
    auto const& [identifier, next] = *form.values;
    bool const is_program = who.request->wants_json();
    if (who.session && !is_program) return web::redirect(urls::onward(next));

    auto const browser = pre_session_of(*who.request);
    auto const sent =
        app.otp.request(identifier, accounts::Purpose::sign_in, asker_of(*who.request, browser), next);
    if (!sent) return login_again(who, form, explain(sent.error()));

    auto response = is_program ? web::json(challenge_json(*sent, app.clock.now()))
                               : web::redirect(urls::with_next(urls::kVerifyOtp, next));
    if (browser.is_fresh) response.with_cookie(web::kBrowserCookie, browser.cookie);
    return response;
}

}  // namespace ssr::auth
