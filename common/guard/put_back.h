#pragma once

#include <functional>

#include "guard/house.h"
#include "web/route.h"

namespace ssr::guard {

/// A page of the same handler, as its route shows it.
using Show = std::function<web::Dispatched(web::Request const&)>;

/// Sees to a person's form that was not taken because the session ended under it, a fresh code was wanted, or
/// its token was of another session (Response::unsent):
///
///   - with a stale token, the page on which it stands is the answer, 403, with all that was typed and a new
///   token;
///   - else it waits, sealed, while the person goes through the door, and stands on its page when he is back.
///
/// It is never sent by us: he looks it over and sends it. Only a form that the browser says a page of ours
/// sent, or whose token was right for the session that ended, is shown again, so that no other site can put
/// words into it.
void see_to_form(House& house, web::Request const& request, Show const& show, web::Response& response);

}  // namespace ssr::guard
