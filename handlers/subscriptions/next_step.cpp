#include "subscriptions/next_step.h"

#include "subscriptions/urls.h"

namespace ssr::subscriptions_pages {

using subscriptions::Reason;

NextStep next_step(catalog::ModuleOffer const& offer, subscriptions::ModuleAccess const& access) {
    bool const is_sold = offer.is_active && !offer.prices.empty();
    switch (access.reason) {
        case Reason::granted:
        case Reason::trial:
        case Reason::subscribed:
        case Reason::staff: return NextStep::open;
        case Reason::no_subscription:
            if (offer.is_active && offer.trial_days > 0) return NextStep::start_trial;
            return is_sold ? NextStep::buy : NextStep::ask_why;
        case Reason::pending: return NextStep::see_payment;
        case Reason::expired:
        case Reason::cancelled:
        case Reason::usage_exhausted: return is_sold ? NextStep::renew : NextStep::ask_why;
        case Reason::suspended:
        case Reason::revoked_by_staff:
        case Reason::module_disabled:
        case Reason::user_banned: return NextStep::ask_why;
    }
    return NextStep::ask_why;
}

std::string short_name(catalog::ModuleOffer const& offer) {
    return offer.module == Module::self_formatted ? "documents" : offer.name;
}

std::string checkout_of(catalog::ModuleOffer const& offer) {
    if (offer.prices.empty()) return std::string{urls::kPricing};
    return urls::checkout({.module = offer.module, .months = offer.prices.back().months});
}

view::Button button_of(NextStep step, catalog::ModuleOffer const& offer) {
    auto const name = short_name(offer);
    switch (step) {
        case NextStep::open:
            return {.label = "Open " + name,
                    .href = std::string{home(offer.module)},
                    .look = view::Look::primary};
        case NextStep::start_trial:
        case NextStep::buy: return {.label = "Buy " + name, .href = checkout_of(offer)};
        case NextStep::renew:
            return {.label = "Renew " + name, .href = checkout_of(offer), .look = view::Look::primary};
        case NextStep::see_payment: return {.label = "See the payment", .href = std::string{urls::kPayments}};
        case NextStep::ask_why: break;
    }
    return {.label = "Why it is closed", .href = "/modules/" + std::string{code(offer.module)} + "/"};
}

view::PostButton trial_button(catalog::ModuleOffer const& offer) {
    return {.button = {.label = "Start " + std::to_string(offer.trial_days) + "-day trial"},
            .action = std::string{urls::kTrial},
            .fields = {{"module", std::string{code(offer.module)}}}};
}

}  // namespace ssr::subscriptions_pages
