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
    web::get("/settings/", show_settings),
    web::get("/settings/notifications/", show_notifications),
    web::post("/settings/notifications/", choose_notifications),
    web::post("/settings/export-data/", export_data),
    web::get("/settings/export/{}/", show_export),
    web::get("/settings/export/{}/download/", download_export),
    web::get("/settings/delete-account/", show_departure),
    web::post("/settings/delete-account/", delete_account),
    web::post("/settings/delete-account/cancel/", keep_account),
    web::get("/settings/delete-account/asked/", show_departure_asked),
    web::get("/settings/keep-account/{}/", show_keeping),
    web::post("/settings/keep-account/{}/", keep_account_by_link),
    web::get("/settings/organisation/", show_organization),
    web::post("/settings/organisation/switch/", switch_organization),
    web::post("/settings/organisation/leave/", leave_organization),
    web::post("/settings/organisation/invitations/", invite_colleague),
    web::post("/settings/organisation/invitations/{}/withdraw/", withdraw_invitation),
    web::get("/settings/organisation/members/{}/", show_member),
    web::post("/settings/organisation/members/{}/", change_member_role),
    web::post("/settings/organisation/members/{}/remove/", remove_member),
    web::post("/settings/organisation/members/{}/hand-over/", hand_organization_over),
    web::get("/settings/invitations/{}/", show_invitation),
    web::post("/settings/invitations/{}/accept/", accept_invitation),
    web::post("/settings/invitations/{}/decline/", decline_invitation),
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
