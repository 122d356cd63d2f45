#include "admin/app.h"

namespace ssr::admin {

// No page of the administrators' panel is open yet: every address answers that it does not exist.
std::span<web::Route<App> const> routes() { return {}; }

}  // namespace ssr::admin
