#include "webhooks/app.h"

namespace ssr::webhooks {

// No address for the gateway is open yet: every address answers that it does not exist.
std::span<web::Route<App> const> routes() { return {}; }

}  // namespace ssr::webhooks
