#pragma once

#include <span>

#include "dev/app.h"
#include "guard/signed_in.h"
#include "web/form.h"

namespace ssr::dev {

using guard::Visitor;
using web::Request, web::Response;

std::span<web::Route<App> const> routes();

// Helpers of a development instance for people and programs; they take no token, so that a script may call
// them.
Response show_index(App&, Visitor const&);
Response show_components(App&, Visitor const&);

// outbox.cpp
Response show_outbox(App&, Visitor const&);
Response list_outbox(App&, Request const&);

// time.cpp
Response show_clock(App&);
Response move_clock(App&, Request const&);
Response run_jobs(App&);

}  // namespace ssr::dev
