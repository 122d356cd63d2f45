#include "admin/endpoints.h"
#include "admin/urls.h"

namespace ssr::admin {

Response show_panel(App&, Admin const&) { return web::redirect(std::string{urls::kPayments}); }

}  // namespace ssr::admin
