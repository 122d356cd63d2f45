#include <ctemplate/template.h>

#include "subscriptions/dashboard.tpl.h"
#include "subscriptions/pages.h"
#include "view/figure_pieces.h"
#include "view/page.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

using subscriptions::Reason;
using State = view::ModuleCard::State;

State state_of(Reason reason) {
    switch (reason) {
        case Reason::granted:
        case Reason::subscribed:
        case Reason::staff: return State::active;
        case Reason::trial: return State::trial;
        case Reason::expired:
        case Reason::cancelled:
        case Reason::usage_exhausted: return State::expired;
        case Reason::module_disabled:
        case Reason::user_banned:
        case Reason::revoked_by_staff:
        case Reason::suspended: return State::disabled;
        case Reason::no_subscription:
        case Reason::pending: return State::locked;
    }
    return State::locked;
}

view::Button step_of(catalog::ModuleOffer const& offer, Reason reason) {
    // The long name of the fourth module would not fit beside its date.
    auto const name = offer.module == Module::self_formatted ? std::string{"documents"} : offer.name;
    if (subscriptions::allows(reason))
        return {
            .label = "Open " + name, .href = std::string{home(offer.module)}, .look = view::Look::primary};
    return {.label = "Why it is closed", .href = "/modules/" + std::string{code(offer.module)} + "/"};
}

view::ModuleCard card_of(catalog::ModuleOffer const& offer, subscriptions::ModuleAccess const& access) {
    view::ModuleCard card{
        .state = state_of(access.reason), .name = offer.name, .text = offer.description, .icon = offer.icon};
    card.foot = sentence(access);
    card.action = step_of(offer, access.reason);
    return card;
}

}  // namespace

std::string sentence(subscriptions::ModuleAccess const& access) {
    auto const end = access.facts.expires_at ? display_date(*access.facts.expires_at) : std::string{};
    switch (access.reason) {
        case Reason::granted: return "Open by the office's decision";
        case Reason::staff: return "Open to staff";
        case Reason::subscribed: return "Till " + end;
        case Reason::trial: return "Trial till " + end;
        case Reason::no_subscription: return "Not subscribed";
        case Reason::pending: return "The payment is awaited";
        case Reason::expired: return "Ended on " + end;
        case Reason::cancelled: return "Cancelled, ended on " + end;
        case Reason::suspended: return "Paused by the office";
        case Reason::usage_exhausted: return "All uses of this period are taken";
        case Reason::revoked_by_staff: return "Closed by the office";
        case Reason::module_disabled: return "Closed for maintenance";
        case Reason::user_banned: return "This account is closed";
    }
    return {};
}

std::string render(DashboardPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/dashboard.tpl", "Dashboard"};
    view::add(out.body(), kd_HEAD, view::PageHead{.title = "Dashboard", .text = page.name});
    for (auto const& access : page.access)
        for (auto const& offer : page.offers)
            if (offer.module == access.module) view::add(out.body(), kd_MODULE, card_of(offer, access));
    return out.html();
}

}  // namespace ssr::subscriptions_pages
