#pragma once

#include "guard/signed_in.h"

namespace ssr::auth {

/// A form that was not taken: its page with all that was typed, or the refusal as JSON for a program.
/// People's pages answer 422 where programs are told 401, which browsers would take for a question of their
/// own.
template <class Who>
web::Response came_back(Who const& who, web::Refusal refusal, std::string html) {
    if (who.request->wants_json()) return web::refuse(std::move(refusal));
    auto const status =
        refusal.status == web::Status::unauthorized ? web::Status::unprocessable : refusal.status;
    auto response = guard::page(who, std::move(html), status);
    if (refusal.retry_after)
        response.with_header("Retry-After", std::to_string(refusal.retry_after->count()));
    return response;
}

}  // namespace ssr::auth
