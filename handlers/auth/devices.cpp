#include "auth/endpoints.h"
#include "auth/entry.h"
#include "auth/pages.h"
#include "auth/urls.h"

namespace ssr::auth {

Response list_sessions(App& app, Arrived const& who) {
    DevicesPage const page{app.sessions.list(who.session.user), who.session.id, app.clock.now()};
    return guard::page(who, render(page, frame_of(who)));
}

Response show_sessions_instead(App&, Arrived const&) { return web::redirect(urls::kSessions); }

Response revoke_session(App& app, Arrived const& who, Form<Press> const&, PublicSessionId session) {
    if (!app.sessions.end_one(who.session.user, session, "revoked")) return web::not_found();
    return who.request->wants_json() ? web::no_content() : web::redirect(urls::kSessions);
}

Response log_out(App& app, Visitor const& who, Form<Press> const&) {
    if (who.session) app.sessions.end(who.request->cookie(web::kSessionCookie), "signed_out");
    auto response = who.request->wants_json() ? web::no_content()
                                              : web::redirect(std::string{urls::kLogin} + "?signed_out=1");
    take_cookies(response);
    return response;
}

Response log_out_everywhere(App& app, Arrived const& who, Form<LogoutAllForm> const& form) {
    bool const only_others = form.values->only_others;
    app.sessions.end_all(who.session.user, "signed_out_everywhere",
                         only_others ? std::optional{who.session.id} : std::nullopt);
    if (only_others) return who.request->wants_json() ? web::no_content() : web::redirect(urls::kSessions);
    auto response = who.request->wants_json() ? web::no_content()
                                              : web::redirect(std::string{urls::kLogin} + "?signed_out=1");
    take_cookies(response);
    return response;
}

}  // namespace ssr::auth
