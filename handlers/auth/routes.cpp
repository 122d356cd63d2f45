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
    web::get("/accounts/authenticator/", show_own_authenticator),
    web::get("/accounts/authenticator/qr.svg", show_key_as_picture),
    web::post("/accounts/authenticator/", set_up_authenticator),
    web::post("/accounts/authenticator/codes/", renew_recovery_codes),
    web::get("/profile/", show_profile),
    web::post("/profile/", change_profile),
    web::get("/profile/picture/", show_picture),
    web::post("/profile/picture/", change_picture),
    web::post("/profile/picture/remove/", remove_picture),
    web::get("/profile/edit/", show_profile_instead),
    web::get("/profile/change-phone/", show_phone_change),
    web::post("/profile/change-phone/", change_phone),
    web::get("/profile/phone/", show_phone_change_instead),
    web::get("/profile/change-email/", show_email_change),
    web::post("/profile/change-email/", change_email),
    web::get("/profile/email/", show_email_change_instead),
    web::get("/settings/notifications/", show_notifications),
    web::post("/settings/notifications/", choose_notifications),
    web::post("/api/auth/request-otp/", request_otp_for_program),
    web::post("/api/auth/verify-otp/", verify_otp_for_program),
    web::post("/api/auth/verify-totp/", verify_totp_for_program),
    web::get("/api/auth/me/", tell_who_is_signed_in),
    web::get("/api/auth/token/", give_token),
    web::post("/api/auth/logout/", log_out_program),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::auth
