#pragma once

#include "domain/accounts/one_time_code.h"
#include "domain/accounts/session.h"
#include "domain/accounts/user.h"
#include "domain/subscriptions/access.h"
#include "web/http.h"

// What programs are answered.
namespace ssr::auth {

Json challenge_json(accounts::OtpChallenge const& challenge, Instant now);
Json user_json(accounts::Session const& session);
/// {"user", "is_new_user", "totp_required"}
Json entered_json(accounts::Arriving const& who);
Json module_json(subscriptions::ModuleAccess const& access);

}  // namespace ssr::auth
