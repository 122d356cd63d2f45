#include "guard/fresh.h"

namespace ssr::guard {

bool is_fresh(accounts::Session const& session, Instant now) {
    // One in the future was given before the clock was set back (in development).
    return session.confirmed_at && *session.confirmed_at <= now && now - *session.confirmed_at < kFreshFor;
}

web::Response needs_fresh_code(web::Request const& request) {
    if (!is_from_a_script(request))
        return led_to("/accounts/verify-totp/", request, web::Unsent::unconfirmed);
    return web::refuse(
        {.status = web::Status::forbidden,
         .code = "fresh_code_required",
         .title = "Confirm with your authenticator",
         .detail = "This needs a code of your authenticator app that is at most 5 minutes old."});
}

}  // namespace ssr::guard
