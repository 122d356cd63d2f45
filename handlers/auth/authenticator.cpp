#include "auth/answers.h"
#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/pages.h"
#include "auth/raise.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

Response shown_again(StaffArrived const& who, Form<TotpForm> const& form, std::string next,
                     web::Refusal const& refusal) {
    AuthenticatorPage page{.next = std::move(next), .by_recovery = form.typed.contains("recovery")};
    if (refusal.retry_after || refusal.status == web::Status::conflict)
        page.refusal = refusal;
    else
        page.error = refusal.detail;
    return came_back(who, refusal, render(page, frame_of(who)));
}

}  // namespace

Response show_authenticator(App& app, StaffArrived const& who, Query<ConfirmQuery> const& query) {
    auto const& [next, by_recovery] = *query.values;
    if (who.session.is_staff_level && guard::is_fresh(who.session, app.clock.now()))
        return web::redirect(urls::onward(next));
    if (!app.totp.is_set_up(who.session.user))
        return web::redirect(urls::with_next(urls::kAuthenticator, next));
    return guard::page(who,
                       render(AuthenticatorPage{.next = next, .by_recovery = by_recovery}, frame_of(who)));
}

Response verify_authenticator(App& app, StaffArrived const& who, Form<TotpForm> const& form) {
    auto const next = web::local_path(form.typed.contains("next") ? form.typed.at("next") : "").value_or("");
    if (!form.values) return shown_again(who, form, next, explain(form.errors));
    auto const raised = raise(app, who, form.values->totp);
    if (!raised) return shown_again(who, form, next, raised.error());
    auto response =
        who.request->wants_json() ? web::json(raised_json(who.session)) : web::redirect(urls::onward(next));
    response.with_cookie(web::kSessionCookie, *raised, accounts::SessionLimits{}.absolute);
    return response;
}

}  // namespace ssr::auth
