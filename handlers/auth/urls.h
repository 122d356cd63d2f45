#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace ssr::auth::urls {

inline constexpr std::string_view kLogin = "/accounts/login/";
inline constexpr std::string_view kVerifyOtp = "/accounts/verify-otp/";
inline constexpr std::string_view kResendOtp = "/accounts/resend-otp/";
inline constexpr std::string_view kVerifyTotp = "/accounts/verify-totp/";
inline constexpr std::string_view kRegister = "/accounts/register/";
inline constexpr std::string_view kSessions = "/accounts/sessions/";
inline constexpr std::string_view kLogout = "/accounts/logout/";
inline constexpr std::string_view kLogoutAll = "/accounts/logout-all/";
inline constexpr std::string_view kAuthenticator = "/accounts/authenticator/";
inline constexpr std::string_view kProfile = "/profile/";
inline constexpr std::string_view kChangePhone = "/profile/change-phone/";
inline constexpr std::string_view kChangeEmail = "/profile/change-email/";
inline constexpr std::string_view kDashboard = "/dashboard/";
inline constexpr std::string_view kSettings = "/settings/";
inline constexpr std::string_view kNotifications = "/settings/notifications/";
inline constexpr std::string_view kDeleteAccount = "/settings/delete-account/";
inline constexpr std::string_view kCancelDeletion = "/settings/delete-account/cancel/";
inline constexpr std::string_view kDeletionAsked = "/settings/delete-account/asked/";
inline constexpr std::string_view kExportData = "/settings/export-data/";
inline constexpr std::string_view kOrganization = "/settings/organisation/";
inline constexpr std::string_view kSwitchOrganization = "/settings/organisation/switch/";
inline constexpr std::string_view kLeaveOrganization = "/settings/organisation/leave/";
inline constexpr std::string_view kInvite = "/settings/organisation/invitations/";

inline std::string withdraw(std::string_view invitation) {
    return std::string{kInvite} + std::string{invitation} + "/withdraw/";
}
inline std::string member(std::string_view id) {
    return "/settings/organisation/members/" + std::string{id} + "/";
}
inline std::string invitation(std::string_view token) {
    return "/settings/invitations/" + std::string{token} + "/";
}
inline std::string keep_account(std::string_view id) {
    return "/settings/keep-account/" + std::string{id} + "/";
}
inline std::string export_page(std::string_view id) { return "/settings/export/" + std::string{id} + "/"; }

/// The page, with where to go after it; `next` may be empty.
inline std::string with_next(std::string_view page, std::string_view next) {
    return next.empty() ? std::string{page} : std::string{page} + "?next=" + url_encoded(next);
}

/// The page, which then says that something was saved.
inline std::string saved(std::string_view page) { return std::string{page} + "?saved=1"; }

inline std::string revoke(std::string_view session) {
    return std::string{kSessions} + std::string{session} + "/revoke/";
}

/// Where a person goes who is through the door: never back into it.
inline std::string onward(std::string_view next) {
    for (auto const door : {kLogin, kVerifyOtp, kRegister})
        if (next.starts_with(door)) return std::string{kDashboard};
    return std::string{next.empty() ? kDashboard : next};
}

}  // namespace ssr::auth::urls
