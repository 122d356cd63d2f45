#pragma once

#include <span>

#include "auth/app.h"
#include "auth/forms.h"
#include "guard/fresh.h"
#include "guard/signed_in.h"

namespace ssr::auth {

using guard::Arrived, guard::SignedIn, guard::Visitor;
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
Response show_authenticator(App&, Arrived const&, Query<ConfirmQuery> const&);
Response verify_authenticator(App&, Arrived const&, Form<TotpForm> const&);

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
Response show_own_authenticator(App&, Arrived const&, Query<SetUpQuery> const&);
Response show_key_as_picture(App&, Arrived const&);
Response set_up_authenticator(App&, Arrived const&, Form<TotpForm> const&);
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

// api.cpp: the same for programs
Response request_otp_for_program(App&, Request const&, ProgramJson<LoginForm> const&);
Response verify_otp_for_program(App&, Request const&, ProgramJson<OtpAnswer> const&);
Response verify_totp_for_program(App&, Arrived const&, ProgramJson<TotpForm> const&);
Response tell_who_is_signed_in(App&, Arrived const&);
Response give_token(App&, Visitor const&);
Response log_out_program(App&, Arrived const&, Form<Press> const&);

}  // namespace ssr::auth
