#pragma once

#include <span>

#include "guard/signed_in.h"
#include "subscriptions/app.h"
#include "web/form.h"

namespace ssr::subscriptions_pages {

using guard::SignedIn, guard::Visitor;
using web::Response;

/// A module's code in an address: "estimate", "self_formatted" or "self-formatted".
struct ModuleSegment {
    Module module;
    static std::optional<ModuleSegment> parse(std::string_view text);
};

// dashboard.cpp
Response show_dashboard(App&, SignedIn const&);
Response show_module(App&, SignedIn const&, ModuleSegment const&);

// pricing.cpp
Response show_landing(App&, Visitor const&);
Response show_prices(App&, Visitor const&);

}  // namespace ssr::subscriptions_pages
