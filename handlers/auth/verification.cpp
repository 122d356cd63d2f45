#include "auth/answers.h"
#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/entry.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

using accounts::OtpPending, accounts::Purpose;
using std::chrono::seconds;

VerificationPage page_of(App& app, OtpPending const& pending) {
    VerificationPage page{.pending = pending, .timing = timing_of(pending, app.clock.now())};
    if (pending.locked_for.count() > 0)
        page.refusal = explain(accounts::OtpWrong{accounts::OtpWrong::Why::locked, 0, pending.locked_for});
    return page;
}

Response shown_again(App& app, Visitor const& who, OtpPending pending, web::Refusal const& refusal) {
    if (refusal.code == "expired_otp") pending.is_expired = true;
    if (refusal.code == "locked") pending.locked_for = refusal.retry_after.value_or(seconds{0});
    auto page = page_of(app, pending);
    if (refusal.code == "wrong_otp")
        page.error = refusal.title + ". " + refusal.detail;
    else if (!refusal.errors.empty())
        page.error = refusal.detail;
    else if (refusal.code != "expired_otp")
        page.refusal = refusal;
    return came_back(who, refusal, render(page, frame_of(who)));
}

Response ask_first(Visitor const& who) {
    auto const refusal = no_code_asked_for();
    return came_back(who, refusal, render(LoginPage{.refusal = refusal}, frame_of(who)));
}

// Whoever asked us to delete his account is shown first how to keep it.
std::string where_to(App& app, accounts::Arriving const& who, std::string const& next) {
    if (app.departures.pending(who.id)) return std::string{urls::kDeleteAccount};
    return who.is_complete ? urls::onward(next) : urls::with_next(urls::kRegister, next);
}

}  // namespace

Response show_verification(App& app, Visitor const& who, Query<NextQuery> const& query) {
    if (who.session) return web::redirect(urls::onward(query.values->next));
    auto const browser = pre_session_of(*who.request);
    auto const pending = app.otp.pending(Purpose::sign_in, browser.cookie);
    if (!pending) return web::redirect(urls::with_next(urls::kLogin, query.values->next));
    auto page = page_of(app, *pending);
    page.was_sent_again = query.values->was_sent;
    return guard::page(who, render(page, frame_of(who)));
}

Response verify_otp(App& app, Visitor const& who, Form<OtpForm> const& form) {
    auto const browser = pre_session_of(*who.request);
    auto const pending = app.otp.pending(Purpose::sign_in, browser.cookie);
    if (!pending) return ask_first(who);
    if (!form.values) return shown_again(app, who, *pending, explain(form.errors));

    auto const proof = app.otp.check(pending->challenge.id, Purpose::sign_in, asker_of(*who.request, browser),
                                     form.values->otp);
    if (!proof) return shown_again(app, who, *pending, explain(proof.error()));
    auto const admitted = admit(app, *who.request, *proof);
    if (!admitted) return web::refuse(admitted.error());

    auto const& arriving = admitted->entered.who;
    auto const& next = form.values->next.empty() ? proof->return_to : form.values->next;
    auto response = who.request->wants_json() ? web::json(entered_json(arriving))
                                              : web::redirect(where_to(app, arriving, next));
    give_cookies(response, *admitted);
    return response;
}

Response resend_otp(App& app, Visitor const& who, Form<Press> const&) {
    auto const browser = pre_session_of(*who.request);
    auto const pending = app.otp.pending(Purpose::sign_in, browser.cookie);
    if (!pending) return ask_first(who);
    auto const& [id, to, expires_at, resend_at, next] = pending->challenge;
    auto const sent = app.otp.request(to, Purpose::sign_in, asker_of(*who.request, browser), next);
    if (!sent) return shown_again(app, who, *pending, explain(sent.error()));
    if (who.request->wants_json()) return web::json(challenge_json(*sent, app.clock.now()));
    return web::redirect(std::string{urls::kVerifyOtp} + "?sent=1");
}

}  // namespace ssr::auth
