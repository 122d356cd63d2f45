#pragma once

#include <optional>
#include <string>

#include "domain/accounts/organizations.h"
#include "domain/accounts/user.h"
#include "domain/messages/preferences.h"
#include "web/form.h"

namespace ssr::auth {

/// Who wants in, and where he wanted to go.
struct LoginForm {
    LoginId identifier;
    std::string next;  // a path of this site, or empty
    static std::optional<LoginForm> read(web::FieldReader& read);
};

/// A code as typed; what it is worth is judged in one place.
struct OtpForm {
    std::string otp;
    std::string next;
    static std::optional<OtpForm> read(web::FieldReader& read);
};

struct OtpAnswer {
    std::string challenge_id, otp;
    static std::optional<OtpAnswer> read(web::FieldReader& read);
};

struct TotpForm {
    std::string totp;
    std::string next;
    static std::optional<TotpForm> read(web::FieldReader& read);
};

struct ProfileForm {
    accounts::Profile profile;
    std::string next;
    static std::optional<ProfileForm> read(web::FieldReader& read);
};

/// Profile page: the same and the address.
struct DetailsForm {
    accounts::Details details;
    static std::optional<DetailsForm> read(web::FieldReader& read);
};

/// The new contact, or the code awaited, or the wish for another one.
struct ContactInput {
    std::optional<LoginId> to;
    std::string otp;
    bool sends_again = false;
};
struct PhoneChangeForm : ContactInput {
    static std::optional<PhoneChangeForm> read(web::FieldReader& read);
};
struct EmailChangeForm : ContactInput {
    static std::optional<EmailChangeForm> read(web::FieldReader& read);
};
struct ContactQuery {
    bool starts_again = false;  // ?again=1
    static std::optional<ContactQuery> read(web::FieldReader& read);
};

/// Where to go after it; ?recovery=1 where the authenticator is lost.
struct ConfirmQuery {
    std::string next;
    bool by_recovery = false;
    static std::optional<ConfirmQuery> read(web::FieldReader& read);
};

/// ?saved=1
struct SavedQuery {
    bool is_saved = false;
    static std::optional<SavedQuery> read(web::FieldReader& read);
};

/// ?replace=1, and where to go after it.
struct SetUpQuery {
    bool replaces = false;
    std::string next;
    static std::optional<SetUpQuery> read(web::FieldReader& read);
};

/// A tick for each pair that we offer, named "renewals_email".
struct NotificationsForm {
    std::vector<messages::Preference> preferences;
    static std::optional<NotificationsForm> read(web::FieldReader& read);
};
std::string field_of(messages::Preference const& preference);

/// The address of a page of the door: where to go after it.
struct NextQuery {
    std::string next;
    bool was_sent = false;        // ?sent=1: a new code is on its way
    bool was_signed_out = false;  // ?signed_out=1
    static std::optional<NextQuery> read(web::FieldReader& read);
};

struct LogoutAllForm {
    bool only_others = false;
    static std::optional<LogoutAllForm> read(web::FieldReader& read);
};

/// The signed part of the link to an export's file.
struct DownloadQuery {
    std::string until, signature;
    static std::optional<DownloadQuery> read(web::FieldReader& read);
};

/// Without the field, a code is asked for; with it, the account goes.
struct DeletionForm {
    std::optional<std::string> otp;
    static std::optional<DeletionForm> read(web::FieldReader& read);
};

/// The signed part of the mail's link.
struct SignatureForm {
    std::string signature;
    static std::optional<SignatureForm> read(web::FieldReader& read);
};

/// The organisation that one will work in.
struct SwitchForm {
    accounts::PublicOrganizationId organization;
    static std::optional<SwitchForm> read(web::FieldReader& read);
};

struct InvitationForm {
    LoginId to;
    accounts::OrganizationRole role;
    static std::optional<InvitationForm> read(web::FieldReader& read);
};

struct RoleForm {
    accounts::OrganizationRole role;
    static std::optional<RoleForm> read(web::FieldReader& read);
};

/// What a program sends to sign in: an object, declared as JSON, not from another site. A page of another
/// site cannot declare that without our leave, so no token is asked for: there may be no session yet.
template <class T>
struct ProgramJson {
    std::optional<T> values;
    web::FieldErrors errors;
};

/// Why a body is not taken as a program's; nothing where it is.
std::optional<web::Refusal> not_a_programs(web::Request const& request);

}  // namespace ssr::auth

namespace ssr::web {

template <class T>
struct Arg<auth::ProgramJson<T>> {
    template <class App>
    static Result<auth::ProgramJson<T>, Response> take(Call<App>& call) {
        if (auto refusal = auth::not_a_programs(call.request)) return Err{refuse(*std::move(refusal))};
        auto const fields = json_fields(call.request.body);
        if (!fields) return Err{refuse(not_json())};
        FieldReader read{*fields};
        auto values = T::read(read);
        return auth::ProgramJson<T>{read.errors().empty() ? std::move(values) : std::nullopt, read.errors()};
    }
};

}  // namespace ssr::web
