#pragma once

#include "guard/repeated.h"
#include "guard/staff.h"
#include "web/http.h"

namespace ssr::admin {

/// Every page of this binary stands in the staff's shell.
inline view::Frame frame_of(guard::SignedIn const& who) { return guard::frame_of(who).in(view::Area::admin); }

/// A form that is missing something: each complaint stands beside its field.
web::Refusal not_valid(web::FieldErrors errors);

/// What was refused: its page with all that was typed, which `render` makes, or JSON for a program.
template <class Render>
web::Response shown_again(guard::SignedIn const& who, web::Refusal const& refusal, Render const& render) {
    if (who.request->wants_json()) return web::refuse(refusal);
    return guard::page(who, render(), refusal.status);
}

}  // namespace ssr::admin
