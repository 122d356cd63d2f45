#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/pages.h"
#include "auth/raise.h"
#include "auth/urls.h"
#include "auth/words.h"
#include "documents/qr_code.h"

namespace ssr::auth {

namespace {

// Who replaces his authenticator confirms by the one before; the first one has nothing before it.
bool may_set_up(App& app, StaffArrived const& who) {
    return !app.totp.is_set_up(who.session.user) || guard::is_fresh(who.session, app.clock.now());
}

SetUpPage offer(App& app, StaffArrived const& who, std::string next) {
    return {.next = std::move(next), .key = app.totp.offered_key(who.session.user)};
}

std::string key_address(accounts::Session const& session, std::string const& key) {
    auto const account = session.email.empty() ? session.phone : session.email;
    return "otpauth://totp/SSR%20Estimation:" + url_encoded(account) + "?secret=" + key +
           "&issuer=SSR%20Estimation&algorithm=SHA1&digits=6&period=30";
}

}  // namespace

Response show_own_authenticator(App& app, StaffArrived const& who, Query<SetUpQuery> const& query) {
    bool const is_set_up = app.totp.is_set_up(who.session.user);
    if (is_set_up && !query.values->replaces) {
        SetUpPage const page{.codes_left = accounts::RecoveryCodes{app.db, {}}.left(who.session.user)};
        return guard::page(who, render(page, frame_of(who)));
    }
    if (!may_set_up(app, who)) return guard::needs_fresh_code(*who.request);
    return guard::page(who, render(offer(app, who, query.values->next), frame_of(who)));
}

Response show_key_as_picture(App& app, StaffArrived const& who) {
    if (!may_set_up(app, who)) return web::not_found();
    Response response{
        .body = documents::qr_svg(key_address(who.session, app.totp.offered_key(who.session.user)))};
    response.with_header("Content-Type", "image/svg+xml");
    return response;
}

Response set_up_authenticator(App& app, StaffArrived const& who, Form<TotpForm> const& form) {
    if (!may_set_up(app, who)) return guard::needs_fresh_code(*who.request);
    auto const next = web::local_path(form.typed.contains("next") ? form.typed.at("next") : "").value_or("");
    auto const shown_again = [&](web::Refusal const& refusal) {
        auto page = offer(app, who, next);
        if (refusal.retry_after)
            page.refusal = refusal;
        else
            page.error = refusal.detail;
        return came_back(who, refusal, render(page, frame_of(who)));
    };
    if (!form.values) return shown_again(explain(form.errors));
    auto const done = app.authenticators.set_up(who.session, who.request->cookie(web::kSessionCookie),
                                                form.values->totp, who.request->remote_address);
    if (!done) return shown_again(explain(done.error()));
    auto response = guard::page(
        who, render(SetUpPage{.next = urls::onward(next), .codes = done->recovery_codes}, frame_of(who)));
    response.with_cookie(web::kSessionCookie, done->cookie, accounts::SessionLimits{}.absolute);
    return response;
}

Response renew_recovery_codes(App& app, FreshStaff const& who, Form<Press> const&) {
    SetUpPage const page{.next = std::string{urls::kAuthenticator},
                         .codes = app.authenticators.renew_codes(who.session, who.request->remote_address)};
    return guard::page(who, render(page, frame_of(who)));
}

}  // namespace ssr::auth
