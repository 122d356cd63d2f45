#pragma once

#include <functional>
#include <istream>
#include <string>

#include "web/reading.h"

namespace ssr::web {

/// One FastCGI request; gives all that goes back to nginx: header lines, an empty line, the body.
using Exchange = std::function<std::string(Params const&, std::istream& body)>;

enum class Ended { as_told, worn };

/// Accepts on fd 0 until SIGTERM, or until it has answered `most` requests. SIGTERM waits for the answer in
/// hand.
Ended accept_requests(Exchange const& exchange, int most);

/// The same program from its beginning, in the same process and on the same socket: nobody has to notice the
/// end of a worn worker and replace it. Returns only where the system refuses.
void start_anew();

}  // namespace ssr::web
