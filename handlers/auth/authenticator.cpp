#include "auth/answers.h"
#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/pages.h"
#include "auth/raise.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

Response shown_again(Arrived const& who, std::string next, web::Refusal const& refusal) {
    AuthenticatorPage page{.next = std::move(next)};
    if (refusal.retry_after || refusal.status == web::Status::conflict)
        page.refusal = refusal;
    else
        page.error = refusal.detail;
    return came_back(who, refusal, render(page, frame_of(who)));
}

}  // namespace

Response show_authenticator(App&, Arrived const& who, Query<NextQuery> const& query) {
    if (who.session.role == accounts::Role::user) return web::refuse(not_for_you());
    if (who.session.is_staff_level) return web::redirect(urls::onward(query.values->next));
    return guard::page(who, render(AuthenticatorPage{.next = query.values->next}, frame_of(who)));
}

Response verify_authenticator(App& app, Arrived const& who, Form<TotpForm> const& form) {
    auto const next = web::local_path(form.typed.contains("next") ? form.typed.at("next") : "").value_or("");
    if (!form.values) return shown_again(who, next, explain(form.errors));
    auto const raised = raise(app, who, form.values->totp);
    if (!raised) return shown_again(who, next, raised.error());
    auto response =
        who.request->wants_json() ? web::json(raised_json(who.session)) : web::redirect(urls::onward(next));
    response.with_cookie(web::kSessionCookie, *raised, accounts::SessionLimits{}.absolute);
    return response;
}

}  // namespace ssr::auth
