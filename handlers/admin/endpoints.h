#pragma once

#include "admin/app.h"
#include "guard/fresh.h"
#include "web/form.h"

namespace ssr::admin {

using web::Form, web::Query, web::Response;
using Admin = guard::Staff<accounts::Role::admin>;
/// For what cannot be taken back: gave a code of his authenticator within the last five minutes.
using FreshAdmin = guard::Fresh<Admin>;

Response show_panel(App&, Admin const&);

}  // namespace ssr::admin
