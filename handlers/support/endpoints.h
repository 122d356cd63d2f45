#pragma once

#include "guard/signed_in.h"
#include "support/app.h"

namespace ssr::support {

using guard::Visitor;
using web::Request, web::Response;

// status.cpp. Asks who it is of nobody: it answers where the sessions do not.
Response show_status(App&, Request const&);

// prose.cpp
Response show_terms(App&, Visitor const&);
Response show_privacy(App&, Visitor const&);

}  // namespace ssr::support
