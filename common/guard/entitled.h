#pragma once

#include "domain/subscriptions/access_book.h"
#include "guard/colleague.h"

// An App whose endpoints take these parameters also has the member `access` (subscriptions::AccessBook).
namespace ssr::guard {

/// A colleague who may use the module now. Others are led to the page that says why not, and sells it.
template <Module module>
struct Entitled : Colleague {
    subscriptions::ModuleAccess access;
};

/// A colleague who may go on with what he began in the module: entitled, or his subscription has ended
/// (subscriptions::may_finish). For opening and saving what exists; the endpoint still owns the check of
/// whose it is.
template <Module module>
struct Finishing : Colleague {
    subscriptions::ModuleAccess access;
};

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
        auto who = Arg<guard::Colleague>::take(call);
        if (!who) return Err{who.error()};
        auto const granted = call.app.access.of(who->session.user, module);
        if (!subscriptions::allows(granted.reason))
            return Err{guard::closed(module, granted.reason, call.request)};
        return guard::Entitled<module>{*std::move(who), granted};
    }
};

template <Module module>
struct Arg<guard::Finishing<module>> {
    static constexpr std::string_view access = module == Module::estimate   ? "finishing:estimate"
                                               : module == Module::workslip ? "finishing:workslip"
                                               : module == Module::bill     ? "finishing:bill"
                                                                            : "finishing:self_formatted";
    template <class App>
    static Result<guard::Finishing<module>, Response> take(Call<App>& call) {
        auto who = Arg<guard::Colleague>::take(call);
        if (!who) return Err{who.error()};
        auto const granted = call.app.access.of(who->session.user, module);
        if (!subscriptions::may_finish(granted.reason))
            return Err{guard::closed(module, granted.reason, call.request)};
        return guard::Finishing<module>{*std::move(who), granted};
    }
};

}  // namespace ssr::web
