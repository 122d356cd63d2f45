#include "datasets/app.h"

namespace ssr::datasets {

// No page of rate books and other master data is open yet: every address answers that it does not exist.
std::span<web::Route<App> const> routes() { return {}; }

}  // namespace ssr::datasets
