#pragma once

#include <span>

#include "auth/app.h"
#include "auth/forms.h"
#include "guard/fresh.h"
#include "guard/signed_in.h"

namespace ssr::auth {

using guard::Arrived, guard::StaffArrived, guard::SignedIn, guard::Visitor;
using FreshStaff = guard::Fresh<guard::Staff<accounts::Role::support>>;
using web::Form, web::Press, web::Query, web::Request, web::Response;

std::span<web::Route<App> const> routes();

// Every endpoint of this binary. A parameter is had from the request before the call: Arrived means that
// there is a session, Form that the CSRF token was checked.

// login.cpp
Response show_login(App&, Visitor const&, Query<NextQuery> const&);
Response log_in(App&, Visitor const&, Form<LoginForm> const&);

// verification.cpp
Response show_verification(App&, Visitor const&, Query<NextQuery> const&);
Response verify_otp(App&, Visitor const&, Form<OtpForm> const&);
Response resend_otp(App&, Visitor const&, Form<Press> const&);

// authenticator.cpp
Response show_authenticator(App&, StaffArrived const&, Query<ConfirmQuery> const&);
Response verify_authenticator(App&, StaffArrived const&, Form<TotpForm> const&);

// registration.cpp
Response show_registration(App&, Arrived const&, Query<NextQuery> const&);
Response complete_registration(App&, Arrived const&, Form<ProfileForm> const&);

// devices.cpp
Response list_sessions(App&, Arrived const&);
Response show_sessions_instead(App&, Arrived const&);
Response revoke_session(App&, Arrived const&, Form<Press> const&, PublicSessionId);
Response log_out(App&, Visitor const&, Form<Press> const&);
Response log_out_everywhere(App&, Arrived const&, Form<LogoutAllForm> const&);

// staff_authenticator.cpp
Response show_own_authenticator(App&, StaffArrived const&, Query<SetUpQuery> const&);
Response show_key_as_picture(App&, StaffArrived const&);
Response set_up_authenticator(App&, StaffArrived const&, Form<TotpForm> const&);
Response renew_recovery_codes(App&, FreshStaff const&, Form<Press> const&);

// profile.cpp
Response show_profile(App&, SignedIn const&, Query<SavedQuery> const&);
Response change_profile(App&, SignedIn const&, Form<DetailsForm> const&);
Response show_profile_instead(App&, SignedIn const&);

// picture.cpp
Response show_picture(App&, SignedIn const&);
Response change_picture(App&, SignedIn const&, Form<Press> const&);
Response remove_picture(App&, SignedIn const&, Form<Press> const&);

// contacts.cpp
Response show_phone_change(App&, SignedIn const&, Query<ContactQuery> const&);
Response change_phone(App&, SignedIn const&, Form<PhoneChangeForm> const&);
Response show_phone_change_instead(App&, SignedIn const&);
Response show_email_change(App&, SignedIn const&, Query<ContactQuery> const&);
Response change_email(App&, SignedIn const&, Form<EmailChangeForm> const&);
Response show_email_change_instead(App&, SignedIn const&);

// notifications.cpp
Response show_notifications(App&, SignedIn const&, Query<SavedQuery> const&);
Response choose_notifications(App&, SignedIn const&, Form<NotificationsForm> const&);

// settings.cpp, data_export.cpp
using privacy::PublicExportId;
Response show_settings(App&, Arrived const&);
Response export_data(App&, Arrived const&, Form<Press> const&);
Response show_export(App&, Arrived const&, PublicExportId);
Response download_export(App&, Arrived const&, Query<DownloadQuery> const&, PublicExportId);

// departure.cpp
using privacy::PublicDeletionId;
Response show_departure(App&, Arrived const&);
Response delete_account(App&, Arrived const&, Form<DeletionForm> const&);
Response keep_account(App&, Arrived const&, Form<Press> const&);
Response show_departure_asked(App&, Visitor const&);
Response show_keeping(App&, Visitor const&, Query<SignatureForm> const&, PublicDeletionId);
Response keep_account_by_link(App&, Visitor const&, Form<SignatureForm> const&, PublicDeletionId);

// organisation.cpp, member.cpp
using accounts::InvitationToken, accounts::PublicInvitationId;
Response show_organization(App&, SignedIn const&);
Response switch_organization(App&, SignedIn const&, Form<SwitchForm> const&);
Response leave_organization(App&, SignedIn const&, Form<Press> const&);
Response invite_colleague(App&, SignedIn const&, Form<InvitationForm> const&);
Response withdraw_invitation(App&, SignedIn const&, Form<Press> const&, PublicInvitationId);
Response show_member(App&, SignedIn const&, PublicUserId);
Response change_member_role(App&, SignedIn const&, Form<RoleForm> const&, PublicUserId);
Response remove_member(App&, SignedIn const&, Form<Press> const&, PublicUserId);
Response hand_organization_over(App&, SignedIn const&, Form<Press> const&, PublicUserId);

// invitation.cpp
Response show_invitation(App&, SignedIn const&, InvitationToken);
Response accept_invitation(App&, SignedIn const&, Form<Press> const&, InvitationToken);
Response decline_invitation(App&, SignedIn const&, Form<Press> const&, InvitationToken);

// api.cpp: the same for programs
Response request_otp_for_program(App&, Request const&, ProgramJson<LoginForm> const&);
Response verify_otp_for_program(App&, Request const&, ProgramJson<OtpAnswer> const&);
Response verify_totp_for_program(App&, StaffArrived const&, ProgramJson<TotpForm> const&);
Response tell_who_is_signed_in(App&, Arrived const&);
Response give_token(App&, Visitor const&);
Response log_out_program(App&, Arrived const&, Form<Press> const&);

}  // namespace ssr::auth
