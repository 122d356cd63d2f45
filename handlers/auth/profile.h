#pragma once

#include "auth/app.h"
#include "auth/pages.h"

namespace ssr::auth {

/// The profile page as it stands.
ProfilePage profile_page(App& app, guard::SignedIn const& who);

}  // namespace ssr::auth
