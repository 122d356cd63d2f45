#pragma once

#include "guard/staff.h"

namespace ssr::guard {

/// How long a code given counts as fresh.
inline constexpr std::chrono::seconds kFreshFor = std::chrono::minutes{5};

/// Somebody who passed the inner guard, and gave a code of his authenticator within the last five minutes:
/// for what cannot be taken back, such as refunds, grants, publishing, exports.
///
///     Response refund(App&, Fresh<Staff<Role::admin>> const&, Form<RefundForm> const&, PublicPaymentId);
template <class Who>
struct Fresh : Who {};

bool is_fresh(accounts::Session const& session, Instant now);
/// To the page that asks for a code, and back; for a program 403 with the code "fresh_code_required".
web::Response needs_fresh_code(web::Request const& request);

}  // namespace ssr::guard

namespace ssr::web {

template <class Who>
struct Arg<guard::Fresh<Who>> {
    static constexpr std::string_view access = Arg<Who>::access;  // who may; the code is only when
    template <class App>
    static Result<guard::Fresh<Who>, Response> take(Call<App>& call) {
        auto who = Arg<Who>::take(call);
        if (!who) return Err{who.error()};
        if (!guard::is_fresh(who->session, call.app.clock.now()))
            return Err{guard::needs_fresh_code(call.request)};
        return guard::Fresh<Who>{*std::move(who)};
    }
};

}  // namespace ssr::web
