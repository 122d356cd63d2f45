#include "bill/app.h"

namespace ssr::bill {

// No page of the Bill module is open yet: every address answers that it does not exist.
std::span<web::Route<App> const> routes() { return {}; }

}  // namespace ssr::bill
