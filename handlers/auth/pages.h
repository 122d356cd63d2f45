#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "auth/forms.h"
#include "domain/accounts/contact_change.h"
#include "domain/accounts/sessions.h"
#include "domain/accounts/user.h"
#include "guard/signed_in.h"
#include "view/page.h"
#include "web/http.h"

namespace ssr::auth {

/// templates/auth/login.tpl
struct LoginPage {
    std::string next;
    view::Values typed = {};
    view::Errors errors = {};
    std::optional<web::Refusal> refusal = {};
    bool has_code_waiting = false;  // a link leads to where it is entered
    bool was_signed_out = false;
};
std::string render(LoginPage const& page, view::Frame const& frame);

/// How long the code awaited is good, and when another can be sent.
struct CodeTiming {
    std::chrono::seconds valid_for = {}, resend_in = {};
};
CodeTiming timing_of(accounts::OtpPending const& pending, Instant now);

/// templates/auth/verify_otp.tpl
struct VerificationPage {
    accounts::OtpPending pending;
    CodeTiming timing;
    std::string error;                         // beside the field
    std::optional<web::Refusal> refusal = {};  // of a resend, or of the lock
    bool was_sent_again = false;
};
std::string render(VerificationPage const& page, view::Frame const& frame);

/// templates/auth/verify_totp.tpl
struct AuthenticatorPage {
    std::string next, error;
    bool by_recovery = false;  // asks for a recovery code
    std::optional<web::Refusal> refusal = {};
};
std::string render(AuthenticatorPage const& page, view::Frame const& frame);

/// templates/auth/authenticator.tpl: the key to scan; or the recovery codes, this once; or how things stand.
struct SetUpPage {
    std::string next;
    std::string key = {};  // base32
    std::string error = {};
    std::optional<web::Refusal> refusal = {};
    std::vector<std::string> codes = {};
    int codes_left = 0;
};
std::string render(SetUpPage const& page, view::Frame const& frame);

/// templates/auth/profile.tpl
struct ProfilePage {
    std::string phone, email;
    bool is_staff = false, has_picture = false;
    view::Values typed = {};
    view::Errors errors = {};
};
std::string render(ProfilePage const& page, view::Frame const& frame);

/// templates/auth/change_contact.tpl: asks for the new contact, or for the code of the present step.
struct ContactPage {
    Channel channel;
    std::string address;  // of the page
    std::string present;  // the contact that is replaced; empty where one is added
    LoginId proving;      // where the first code goes
    std::optional<accounts::ContactStep> step = {};
    CodeTiming timing = {};
    view::Values typed = {};
    view::Errors errors = {};
    std::optional<web::Refusal> refusal = {};
};
std::string render(ContactPage const& page, view::Frame const& frame);

/// templates/auth/notifications.tpl
struct NotificationsPage {
    std::vector<messages::Preference> preferences;
};
std::string render(NotificationsPage const& page, view::Frame const& frame);

/// The frame of a page on which something was saved just now.
view::Frame saved_frame(guard::SignedIn const& who, SavedQuery const& query);

/// templates/auth/register.tpl
struct RegistrationPage {
    std::string next;
    std::string verified;  // "Mobile verified"
    view::Values typed = {};
    view::Errors errors = {};
};
std::string render(RegistrationPage const& page, view::Frame const& frame);

/// templates/auth/sessions.tpl
struct DevicesPage {
    std::vector<accounts::SessionLine> lines;
    SessionId current;
    Instant now;
};
std::string render(DevicesPage const& page, view::Frame const& frame);

}  // namespace ssr::auth
