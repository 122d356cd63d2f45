#pragma once

#include "admin/answers.h"
#include "web/http.h"

namespace ssr::admin {

/// A form that is missing something: each complaint stands beside its field.
web::Refusal not_valid(web::FieldErrors errors);

/// The key of a request that may be repeated: the header's, else the form's.
std::string key_of(guard::SignedIn const& who, std::string const& of_form);

/// What was refused: its page with all that was typed, which `render` makes, or JSON for a program.
template <class Render>
web::Response shown_again(guard::SignedIn const& who, web::Refusal const& refusal, Render const& render) {
    if (who.request->wants_json()) return web::refuse(refusal);
    return guard::page(who, render(), refusal.status);
}

}  // namespace ssr::admin
