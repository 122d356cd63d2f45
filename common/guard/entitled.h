#pragma once

#include "domain/subscriptions/access_book.h"
#include "guard/signed_in.h"

// An App whose endpoints take these parameters also has the member `access` (subscriptions::AccessBook).
namespace ssr::guard {

/// Someone signed in who may use the module now. Others are led to the page that says why not, and sells it.
/// A POST is a change: viewers of the organisation that he works in are refused it.
template <Module module>
struct Entitled : SignedIn {
    subscriptions::ModuleAccess access;
};

/// Somebody whose role in the organisation is to look.
web::Response looks_only();
/// The way out for someone who may not: 303 to /modules/<code>/, or 403 with the reason as code.
web::Response closed(Module module, subscriptions::Reason reason, web::Request const& request);

}  // namespace ssr::guard

namespace ssr::web {

template <Module module>
struct Arg<guard::Entitled<module>> {
    static constexpr std::string_view access = module == Module::estimate   ? "entitled:estimate"
                                               : module == Module::workslip ? "entitled:workslip"
                                               : module == Module::bill     ? "entitled:bill"
                                                                            : "entitled:self_formatted";
    template <class App>
    static Result<guard::Entitled<module>, Response> take(Call<App>& call) {
        auto who = Arg<guard::SignedIn>::take(call);
        if (!who) return Err{who.error()};
        auto const granted = call.app.access.of(who->session.user, module);
        if (!subscriptions::allows(granted.reason))
            return Err{guard::closed(module, granted.reason, call.request)};
        bool const is_write = call.request.method == Method::post;
        if (is_write && !accounts::may(who->session.organization_role, accounts::OrganizationAction::write))
            return Err{guard::looks_only()};
        return guard::Entitled<module>{*std::move(who), granted};
    }
};

}  // namespace ssr::web
