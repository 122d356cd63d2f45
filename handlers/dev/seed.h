#pragma once

#include <string_view>

#include "db/session.h"

namespace ssr::dev {

/// Gives the demonstration's staff their authenticator. Running it again changes nothing that matters.
void seed_authenticators(db::Session& db, std::string_view secret_key);

}  // namespace ssr::dev
