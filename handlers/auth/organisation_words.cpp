#include "auth/organisation_words.h"

#include <stdexcept>

namespace ssr::auth {

namespace {

using web::Refusal, web::Status;

Refusal role_does_not_reach() {
    return {
        .status = Status::forbidden,
        .code = "role_not_enough",
        .title = "Your role does not reach so far",
        .detail =
            "Owners manage everybody, admins manage members and viewers. Ask the owner of the organisation."};
}

}  // namespace

Refusal explain(accounts::OrganizationRefused refused) {
    switch (refused) {
        case accounts::OrganizationRefused::not_found: return *web::not_found().refusal;
        case accounts::OrganizationRefused::not_allowed: return role_does_not_reach();
        case accounts::OrganizationRefused::owner_stays:
            return {.status = Status::conflict,
                    .code = "owner_stays",
                    .title = "You own this organisation",
                    .detail = "Hand it over to a colleague first; then you can leave it."};
    }
    throw std::logic_error{"no such refusal"};
}

Refusal explain(accounts::InvitationRefused refused) {
    switch (refused) {
        case accounts::InvitationRefused::not_allowed: return role_does_not_reach();
        case accounts::InvitationRefused::is_member:
            return {.status = Status::conflict,
                    .code = "is_member",
                    .title = "This person belongs to the organisation already",
                    .detail = "Find the name in the list of members."};
        case accounts::InvitationRefused::too_many:
            return {.status = Status::too_many,
                    .code = "too_many_invitations",
                    .title = "Twenty people were invited within a day",
                    .detail = "Wait a day before you invite more.",
                    .retry_after = std::chrono::hours{24}};
        case accounts::InvitationRefused::over:
            return {
                .status = Status::not_found,
                .code = "invitation_over",
                .title = "This invitation is no longer good",
                .detail =
                    "It was used, taken back, or is older than a week. Ask your colleague for a new one."};
        case accounts::InvitationRefused::not_his:
            return {
                .status = Status::forbidden,
                .code = "invitation_of_another",
                .title = "This invitation was sent to another number or address",
                .detail = "Sign in with the number or address that it came to, or add that to your profile."};
    }
    throw std::logic_error{"no such refusal"};
}

}  // namespace ssr::auth
