#include "auth/forms.h"

#include "base/text.h"

namespace ssr::auth {

namespace {

constexpr std::size_t kLongestCode = 40;

std::string next_of(web::FieldReader& read) {
    return web::local_path(read.text("next")).value_or(std::string{});
}

// Nobody is made an owner by a choice: that is handing over.
std::optional<accounts::OrganizationRole> role_in(web::FieldReader& read) {
    auto const role = accounts::parse_organization_role(read.text("role"));
    if (role && *role != accounts::OrganizationRole::owner) return role;
    read.complain("role", "Choose what this person may do.");
    return std::nullopt;
}

std::string code_in(web::FieldReader& read, std::string_view name) {
    auto const code = read.text(name);
    if (code.empty()) read.complain(name, "Enter the 6 digits of the code.");
    return std::string{cut(code, kLongestCode)};
}

std::optional<accounts::Profile> profile_of(web::FieldReader& read) {
    auto const name = read.required<accounts::PersonName>("name", "Enter your name, at most 100 characters.");
    auto const state = read.required<State>("state_code", "Choose your State.");
    auto const company =
        read.optional<accounts::CompanyName>("company_name", "Enter at most 200 characters.");
    auto const gstin = read.optional<Gstin>(
        "gstin", "Enter the 15 characters of the GSTIN as on its certificate, or leave it empty.");
    if (!name || !state) return std::nullopt;
    return accounts::Profile{*name, *state, company, gstin};
}

std::optional<ContactInput> code_or_wish(web::FieldReader& read) {
    if (read.ticked("resend")) return ContactInput{.sends_again = true};
    if (!read.has("otp")) return std::nullopt;
    return ContactInput{.otp = code_in(read, "otp")};
}

}  // namespace

std::optional<LoginForm> LoginForm::read(web::FieldReader& read) {
    auto const id = read.required<LoginId>(
        "identifier", "Enter a 10-digit mobile number, or an e-mail address like name@example.in.");
    if (!id) return std::nullopt;
    return LoginForm{*id, next_of(read)};
}

std::optional<OtpForm> OtpForm::read(web::FieldReader& read) {
    return OtpForm{code_in(read, "otp"), next_of(read)};
}

std::optional<OtpAnswer> OtpAnswer::read(web::FieldReader& read) {
    auto const challenge = read.text("challenge_id");
    if (challenge.empty())
        read.complain("challenge_id", "Give the challenge_id of the answer to request-otp.");
    return OtpAnswer{std::string{challenge}, code_in(read, "otp")};
}

std::optional<TotpForm> TotpForm::read(web::FieldReader& read) {
    return TotpForm{code_in(read, "totp"), next_of(read)};
}

std::optional<ProfileForm> ProfileForm::read(web::FieldReader& read) {
    auto profile = profile_of(read);
    if (!profile) return std::nullopt;
    return ProfileForm{*std::move(profile), next_of(read)};
}

std::optional<DetailsForm> DetailsForm::read(web::FieldReader& read) {
    auto profile = profile_of(read);
    auto address = read.optional<accounts::PostalAddress>("address", "Enter at most 300 characters.");
    if (!profile) return std::nullopt;
    return DetailsForm{{*std::move(profile), std::move(address)}};
}

std::optional<PhoneChangeForm> PhoneChangeForm::read(web::FieldReader& read) {
    auto input = code_or_wish(read);
    if (!input) {
        auto const phone = read.required<PhoneNumber>("phone", "Enter a 10-digit mobile number.");
        if (!phone) return std::nullopt;
        input = ContactInput{LoginId{*phone}};
    }
    return PhoneChangeForm{*std::move(input)};
}

std::optional<EmailChangeForm> EmailChangeForm::read(web::FieldReader& read) {
    auto input = code_or_wish(read);
    if (!input) {
        auto const email =
            read.required<EmailAddress>("email", "Enter an e-mail address like name@example.in.");
        if (!email) return std::nullopt;
        input = ContactInput{LoginId{*email}};
    }
    return EmailChangeForm{*std::move(input)};
}

std::optional<ContactQuery> ContactQuery::read(web::FieldReader& read) {
    return ContactQuery{read.ticked("again")};
}

std::optional<SavedQuery> SavedQuery::read(web::FieldReader& read) {
    return SavedQuery{read.ticked("saved")};
}

std::optional<ConfirmQuery> ConfirmQuery::read(web::FieldReader& read) {
    return ConfirmQuery{next_of(read), read.ticked("recovery")};
}

std::optional<SetUpQuery> SetUpQuery::read(web::FieldReader& read) {
    return SetUpQuery{read.ticked("replace"), next_of(read)};
}

std::string field_of(messages::Preference const& preference) {
    return std::string{code(preference.topic)} + "_" + std::string{code(preference.channel)};
}

std::optional<NotificationsForm> NotificationsForm::read(web::FieldReader& read) {
    auto preferences = messages::offered_preferences();
    for (auto& each : preferences) each.is_on = read.ticked(field_of(each));
    return NotificationsForm{std::move(preferences)};
}

std::optional<NextQuery> NextQuery::read(web::FieldReader& read) {
    return NextQuery{next_of(read), read.ticked("sent"), read.ticked("signed_out")};
}

std::optional<LogoutAllForm> LogoutAllForm::read(web::FieldReader& read) {
    return LogoutAllForm{read.ticked("only_others")};
}

std::optional<DownloadQuery> DownloadQuery::read(web::FieldReader& read) {
    return DownloadQuery{std::string{read.text("until")}, std::string{read.text("signature")}};
}

std::optional<DeletionForm> DeletionForm::read(web::FieldReader& read) {
    if (!read.has("otp")) return DeletionForm{};
    return DeletionForm{code_in(read, "otp")};
}

std::optional<SignatureForm> SignatureForm::read(web::FieldReader& read) {
    return SignatureForm{std::string{read.text("signature")}};
}

std::optional<SwitchForm> SwitchForm::read(web::FieldReader& read) {
    auto const id = read.required<accounts::PublicOrganizationId>("organization", "Choose an organisation.");
    if (!id) return std::nullopt;
    return SwitchForm{*id};
}

std::optional<InvitationForm> InvitationForm::read(web::FieldReader& read) {
    auto const to = read.required<LoginId>(
        "identifier", "Enter a 10-digit mobile number, or an e-mail address like name@example.in.");
    auto const role = role_in(read);
    if (!to || !role) return std::nullopt;
    return InvitationForm{*to, *role};
}

std::optional<RoleForm> RoleForm::read(web::FieldReader& read) {
    auto const role = role_in(read);
    if (!role) return std::nullopt;
    return RoleForm{*role};
}

std::optional<web::Refusal> not_a_programs(web::Request const& request) {
    auto const site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return web::stale_form();
    if (request.header("content-type").starts_with("application/json")) return std::nullopt;
    return web::Refusal{.status = web::Status::unsupported_media,
                        .code = "not_json",
                        .title = "The request is not JSON",
                        .detail = "Send the body with Content-Type: application/json."};
}

}  // namespace ssr::auth
