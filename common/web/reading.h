#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "web/http.h"

namespace ssr::web {

using Params =
    std::vector<std::pair<std::string_view, std::string_view>>;  // as FastCGI brings them, in order

struct BodyLimits {
    std::int64_t largest_body;
    std::int64_t largest_upload;
    std::string upload_directory;
};

/// The request, decoded once. Refused here for all handlers: a header twice that may stand once, malformed
/// percent-encoding or UTF-8, control characters in fields, a field twice, a body over its limit.
Result<Request, Refusal> read_request(Params const& params, std::istream& body, BodyLimits const& limits);

}  // namespace ssr::web
