#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/accounts/one_time_code.h"
#include "domain/accounts/sessions.h"
#include "domain/accounts/user.h"
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

/// templates/auth/verify_otp.tpl
struct VerificationPage {
    accounts::OtpPending pending;
    std::chrono::seconds valid_for = {}, resend_in = {};
    std::string error;                         // beside the field
    std::optional<web::Refusal> refusal = {};  // of a resend, or of the lock
    bool was_sent_again = false;
};
std::string render(VerificationPage const& page, view::Frame const& frame);

/// templates/auth/verify_totp.tpl
struct AuthenticatorPage {
    std::string next, error;
    std::optional<web::Refusal> refusal = {};
};
std::string render(AuthenticatorPage const& page, view::Frame const& frame);

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
