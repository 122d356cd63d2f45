#pragma once

#include <string>

#include "auth/app.h"
#include "guard/staff.h"

namespace ssr::auth {

/// The session of a member of staff, confirmed by that code, under a new cookie.
Result<std::string, web::Refusal> raise(App& app, guard::StaffArrived const& who, std::string_view totp);
Json raised_json(accounts::Session const& session);

}  // namespace ssr::auth
