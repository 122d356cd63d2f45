#include "workslip/app.h"

namespace ssr::workslip {

// No page of the Workslip module is open yet: every address answers that it does not exist.
std::span<web::Route<App> const> routes() { return {}; }

}  // namespace ssr::workslip
