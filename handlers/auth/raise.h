#pragma once

#include <string>

#include "auth/app.h"
#include "guard/signed_in.h"

namespace ssr::auth {

web::Refusal not_for_you();
/// The session of a member of staff, confirmed by that code, under a new cookie.
Result<std::string, web::Refusal> raise(App& app, guard::Arrived const& who, std::string_view totp);
Json raised_json(accounts::Session const& session);

}  // namespace ssr::auth
