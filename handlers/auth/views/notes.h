#pragma once

#include <chrono>
#include <optional>

#include "auth/pages.h"
#include "view/pieces.h"
#include "web/http.h"

namespace ssr::auth {

/// What was refused and when to try again, as a note; with a countdown where the wait is of minutes.
void add_refusal(view::Dictionary& out, view::Marker const& at, std::optional<web::Refusal> const& refusal);

/// "Code is valid for 4:05" and the button that sends another, to `action`; with the field `resend` where the
/// page's own address takes it.
struct SendAgain {
    std::string action;
    bool has_field = false;
    bool is_expired = false;
    CodeTiming timing;
};
void add_send_again(view::Dictionary& out, view::Marker const& at, SendAgain const& again);

/// "+91 98480 12345"
std::string readable(LoginId const& contact);

}  // namespace ssr::auth
