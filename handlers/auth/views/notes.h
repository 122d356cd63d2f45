#pragma once

#include <chrono>
#include <optional>

#include "view/pieces.h"
#include "web/http.h"

namespace ssr::auth {

/// What was refused and when to try again, as a note; with a countdown where the wait is of minutes.
void add_refusal(view::Dictionary& out, view::Marker const& at, std::optional<web::Refusal> const& refusal);

}  // namespace ssr::auth
