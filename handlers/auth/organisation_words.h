#pragma once

#include "domain/accounts/invitations.h"
#include "web/http.h"

// What people are told where an organisation cannot be changed as they wish.
namespace ssr::auth {

web::Refusal explain(accounts::OrganizationRefused refused);
web::Refusal explain(accounts::InvitationRefused refused);

}  // namespace ssr::auth
