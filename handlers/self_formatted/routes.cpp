#include "self_formatted/app.h"

namespace ssr::self_formatted {

// No page of self-formatted documents is open yet: every address answers that it does not exist.
std::span<web::Route<App> const> routes() { return {}; }

}  // namespace ssr::self_formatted
