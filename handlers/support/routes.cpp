#include "support/app.h"

namespace ssr::support {

// No page of help, tickets and announcements is open yet: every address answers that it does not exist.
std::span<web::Route<App> const> routes() { return {}; }

}  // namespace ssr::support
