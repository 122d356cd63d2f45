#pragma once

#include "auth/config.h"
#include "domain/accounts/door.h"
#include "domain/accounts/otp.h"
#include "domain/accounts/totp.h"
#include "guard/house.h"

namespace ssr::auth {

/// What this binary's endpoints may touch; nothing else exists for them.
struct App : guard::House {
    explicit App(Config const& config);

    accounts::Otp otp;
    accounts::Totp totp;
    accounts::Door door;
    accounts::UserStore users;
};

}  // namespace ssr::auth
