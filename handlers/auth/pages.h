#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "auth/forms.h"
#include "domain/accounts/contact_change.h"
#include "domain/accounts/invitations.h"
#include "domain/accounts/one_time_code.h"
#include "domain/accounts/sessions.h"
#include "domain/accounts/user.h"
#include "domain/privacy/data_exports.h"
#include "domain/privacy/departures.h"
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
    bool has_picture = false;
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

/// templates/auth/settings.tpl
struct SettingsPage {
    bool is_staff = false;
    std::optional<privacy::DataExport> newest_export;
    std::optional<privacy::Departure> departure;
};
std::string render(SettingsPage const& page, view::Frame const& frame);

/// templates/auth/delete_account.tpl
struct DeparturePage {
    std::optional<privacy::Departure> pending;  // then it can only be taken back
    std::optional<accounts::OtpPending> code;   // is on its way
    std::string to;                             // where a code would go, masked
    std::chrono::seconds resend_in = {};
    std::string error;  // beside the field
    std::optional<web::Refusal> refusal = {};
};
std::string render(DeparturePage const& page, view::Frame const& frame);

/// templates/auth/departure_note.tpl: one card for those who may not be signed in.
struct DepartureNotePage {
    std::string title, text;
    std::string keep_action, signature;  // a button that keeps the account; empty for none
};
std::string render(DepartureNotePage const& page, view::Frame const& frame);

/// templates/auth/organisation.tpl
struct OrganizationPage {
    PublicUserId self;
    accounts::OrganizationRole role;  // of the one who looks
    std::vector<accounts::OrganizationLine> organizations;
    std::vector<accounts::MemberLine> members;
    std::vector<accounts::InvitationLine> invitations;
    view::Values typed = {};
    view::Errors errors = {};
    std::optional<web::Refusal> refusal = {};
};
std::string render(OrganizationPage const& page, view::Frame const& frame);

/// templates/auth/member.tpl
struct MemberPage {
    accounts::OrganizationRole role;  // of the one who looks
    accounts::MemberLine member;
    std::string organization;
    view::Errors errors = {};
};
std::string render(MemberPage const& page, view::Frame const& frame);

/// templates/auth/invitation.tpl
struct InvitationPage {
    std::string token;
    accounts::Invitation invitation;
};
std::string render(InvitationPage const& page, view::Frame const& frame);

/// templates/auth/export.tpl
struct ExportPage {
    privacy::DataExport data;
    std::string download_href;  // where the file is there
};
std::string render(ExportPage const& page, view::Frame const& frame);
/// The part of it that htmx asks for again while the work goes on.
std::string render_progress(ExportPage const& page, view::Frame const& frame);

}  // namespace ssr::auth
