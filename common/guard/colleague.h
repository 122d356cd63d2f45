#pragma once

#include "guard/signed_in.h"

namespace ssr::guard {

/// Someone signed in, among the papers of the organisation that he works in. A POST is a change: those who
/// may only look are refused it.
struct Colleague : SignedIn {};

bool may_write(SignedIn const& who);
/// What a viewer gets for a change.
web::Response looks_only();

}  // namespace ssr::guard

namespace ssr::web {

template <>
struct Arg<guard::Colleague> {
    static constexpr std::string_view access = Arg<guard::SignedIn>::access;
    template <class App>
    static Result<guard::Colleague, Response> take(Call<App>& call) {
        auto who = Arg<guard::SignedIn>::take(call);
        if (!who) return Err{who.error()};
        if (call.request.method == Method::post && !guard::may_write(*who)) return Err{guard::looks_only()};
        return guard::Colleague{*std::move(who)};
    }
};

}  // namespace ssr::web
