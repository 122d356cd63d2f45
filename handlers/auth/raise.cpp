#include "auth/raise.h"

#include "auth/answers.h"
#include "auth/words.h"

namespace ssr::auth {

web::Refusal not_for_you() {
    return {.status = web::Status::forbidden,
            .code = "not_staff",
            .title = "This page is for our staff",
            .detail = "Your account does not have a role that uses an authenticator."};
}

Result<std::string, web::Refusal> raise(App& app, guard::Arrived const& who, std::string_view totp) {
    if (who.session.role == accounts::Role::user) return Err{not_for_you()};
    auto const confirmed = app.totp.confirm(who.session.user, totp);
    if (!confirmed) return Err{explain(confirmed.error())};
    return app.sessions.raise_to_staff(who.request->cookie(web::kSessionCookie));
}

Json raised_json(accounts::Session const& session) {
    return Json::Object{{"user", user_json(session)}, {"totp_required", false}};
}

}  // namespace ssr::auth
