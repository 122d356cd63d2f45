#include "auth/raise.h"

#include "auth/answers.h"
#include "auth/words.h"

namespace ssr::auth {

Result<std::string, web::Refusal> raise(App& app, guard::StaffArrived const& who, std::string_view totp) {
    auto raised = app.authenticators.confirm(who.session, who.request->cookie(web::kSessionCookie), totp,
                                             who.request->remote_address);
    if (!raised) return Err{explain(raised.error())};
    return *std::move(raised);
}

Json raised_json(accounts::Session const& session) {
    return Json::Object{{"user", user_json(session)}, {"totp_required", false}};
}

}  // namespace ssr::auth
