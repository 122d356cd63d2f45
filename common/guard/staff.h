#pragma once

#include "guard/signed_in.h"

namespace ssr::guard {

/// A member of staff of at least that role, confirmed with TOTP. The role is read from the database at each
/// request.
template <accounts::Role least>
struct Staff : SignedIn {};

/// A member of staff on the way to his authenticator: by the role of his session, confirmed or not. Opens the
/// pages of the authenticator itself and nothing else.
struct StaffArrived : Arrived {};

/// True where `user` has at least that role now; one statement.
bool has_role_now(db::Session& db, UserId user, accounts::Role least);
web::Response not_staff();
web::Response needs_totp(web::Request const& request);

}  // namespace ssr::guard

namespace ssr::web {

template <>
struct Arg<guard::StaffArrived> {
    static constexpr std::string_view access = "staff_arrived";
    template <class App>
    static Result<guard::StaffArrived, Response> take(Call<App>& call) {
        auto who = Arg<guard::Arrived>::take(call);
        if (!who) return Err{who.error()};
        if (who->session.role == accounts::Role::user) return Err{guard::not_staff()};
        return guard::StaffArrived{*std::move(who)};
    }
};

// An App with staff pages also has the member `db`.
template <accounts::Role least>
struct Arg<guard::Staff<least>> {
    static constexpr std::string_view access = least == accounts::Role::support ? "staff:support"
                                               : least == accounts::Role::admin ? "staff:admin"
                                                                                : "staff:superadmin";
    template <class App>
    static Result<guard::Staff<least>, Response> take(Call<App>& call) {
        auto who = Arg<guard::SignedIn>::take(call);
        if (!who) return Err{who.error()};
        if (!guard::has_role_now(call.app.db, who->session.user, least)) return Err{guard::not_staff()};
        if (!who->session.is_staff_level) return Err{guard::needs_totp(call.request)};
        return guard::Staff<least>{*std::move(who)};
    }
};

}  // namespace ssr::web
