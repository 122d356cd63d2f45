#include "auth/endpoints.h"

namespace ssr::auth {

namespace {

web::Route<App> const kRoutes[] = {
    web::get("/accounts/login/", show_login),
    web::post("/accounts/login/", log_in),
    web::get("/accounts/verify-otp/", show_verification),
    web::post("/accounts/verify-otp/", verify_otp),
    web::post("/accounts/resend-otp/", resend_otp),
    web::get("/accounts/verify-totp/", show_authenticator),
    web::post("/accounts/verify-totp/", verify_authenticator),
    web::get("/accounts/register/", show_registration),
    web::post("/accounts/register/", complete_registration),
    web::get("/accounts/sessions/", list_sessions),
    web::post("/accounts/sessions/{}/revoke/", revoke_session),
    web::post("/accounts/logout/", log_out),
    web::post("/accounts/logout-all/", log_out_everywhere),
    web::get("/profile/sessions/", show_sessions_instead),
    web::post("/api/auth/request-otp/", request_otp_for_program),
    web::post("/api/auth/verify-otp/", verify_otp_for_program),
    web::post("/api/auth/verify-totp/", verify_totp_for_program),
    web::get("/api/auth/me/", tell_who_is_signed_in),
    web::post("/api/auth/logout/", log_out_program),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::auth
