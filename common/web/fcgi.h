#pragma once

#include <functional>
#include <istream>
#include <string>

#include "web/reading.h"

namespace ssr::web {

/// One FastCGI request; gives all that goes back to nginx: header lines, an empty line, the body.
using Exchange = std::function<std::string(Params const&, std::istream& body)>;

/// Accepts on fd 0 until SIGTERM or `most` requests. SIGTERM waits for the answer in hand (decisions 3).
int accept_requests(Exchange const& exchange, int most);

}  // namespace ssr::web
