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
    auto raised = app.authenticators.confirm(who.session, who.request->cookie(web::kSessionCookie), totp,
                                             who.request->remote_address);
    if (!raised) return Err{explain(raised.error())};
    return *std::move(raised);
}

Json raised_json(accounts::Session const& session) {
    return Json::Object{{"user", user_json(session)}, {"totp_required", false}};
}

}  // namespace ssr::auth
