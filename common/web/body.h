#pragma once

#include <istream>
#include <optional>
#include <string_view>

#include "web/reading.h"

namespace ssr::web {

/// "a=1&b=2", percent-decoded; false for a field twice, malformed encoding or control characters.
bool read_fields(std::string_view encoded, Fields& fields);

/// Fills form, uploads or body by the content type; the refusal where it cannot be taken.
std::optional<Refusal> read_body(std::istream& in, std::int64_t length, BodyLimits const& limits,
                                 Request& request);

}  // namespace ssr::web
