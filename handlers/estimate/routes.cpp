#include "estimate/app.h"

namespace ssr::estimate {

// No page of the Estimate module is open yet: every address answers that it does not exist.
std::span<web::Route<App> const> routes() { return {}; }

}  // namespace ssr::estimate
