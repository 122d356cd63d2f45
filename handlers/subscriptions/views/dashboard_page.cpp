#include <ctemplate/template.h>

#include "subscriptions/dashboard.tpl.h"
#include "subscriptions/next_step.h"
#include "subscriptions/pages.h"
#include "subscriptions/set_price.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"
#include "view/figure_pieces.h"
#include "view/include.h"
#include "view/page.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

using subscriptions::Reason;
using State = view::ModuleCard::State;

constexpr std::chrono::days kRenewalIsNear{30};

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

std::string counted_days(std::int64_t days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

// How much of a trial is over, and the way to go on after it.
void show_trial(view::ModuleCard& card, catalog::ModuleOffer const& offer,
                subscriptions::ModuleAccess const& access, Instant now) {
    auto const left = std::chrono::ceil<std::chrono::days>(*access.facts.expires_at - now).count();
    card.meter = counted_days(left) + " of trial left";
    card.meter_end = "Till " + display_date(*access.facts.expires_at);
    card.limit = offer.trial_days;
    card.used = std::max<std::int64_t>(0, offer.trial_days - left);
    card.foot = "Buy now";
    card.foot_href = checkout_of(offer);
}

view::ModuleCard card_of(catalog::ModuleOffer const& offer, subscriptions::ModuleAccess const& access,
                         Instant now) {
    view::ModuleCard card{
        .state = state_of(access.reason), .name = offer.name, .text = offer.description, .icon = offer.icon};
    card.foot = sentence(access);
    auto const step = next_step(offer, access);
    if (access.reason == Reason::trial && !offer.prices.empty()) show_trial(card, offer, access, now);
    if (subscriptions::is_in_grace(access.facts, now)) {
        card.foot = "Renew it by " + display_date(*access.facts.expires_at + access.facts.grace);
        card.foot_href = checkout_of(offer);
        card.warning = "Ended on " + display_date(*access.facts.expires_at) + ", and still open.";
    }
    if (card.state == State::expired) card.warning = "Saved papers open and print. New ones need renewal.";
    if (step == NextStep::start_trial) {
        card.post = trial_button(offer);
        card.foot = "Buy now";
        card.foot_href = checkout_of(offer);
    } else {
        card.action = button_of(step, offer);
    }
    return card;
}

// Whoever has every module of it open for another month and more has nothing to buy.
bool is_wanted(catalog::BundleOffer const& bundle, DashboardPage const& page) {
    return std::any_of(page.access.begin(), page.access.end(), [&](auto const& access) {
        bool const is_lasting =
            state_of(access.reason) == State::active &&
            (!access.facts.expires_at || *access.facts.expires_at > page.now + kRenewalIsNear);
        return !is_lasting && std::count(bundle.modules.begin(), bundle.modules.end(), access.module) > 0;
    });
}

// All together, for the longest time that they are sold together.
std::optional<view::ModuleCard> card_of(catalog::BundleOffer const& bundle,
                                        std::vector<catalog::ModuleOffer> const& offers) {
    if (bundle.discounts.empty()) return std::nullopt;
    auto const months = bundle.discounts.back().months;
    auto const price = set_price(bundle, offers, months);
    if (!price) return std::nullopt;
    return view::ModuleCard{
        .state = State::offer,
        .name = bundle.name,
        .text = "One payment. You save " + price->saved.display() + " against buying each.",
        .icon = "stack",
        .foot = price->asked.display() + " for " + duration(months),
        .action = view::Button{.label = "Buy the set",
                               .href = urls::checkout({.bundle = bundle.code, .months = months})}};
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
        if (auto const* offer = catalog::find(page.offers, access.module))
            view::add(out.body(), kd_MODULE, card_of(*offer, access, page.now));
    for (auto const& bundle : page.bundles)
        if (auto const card = is_wanted(bundle, page) ? card_of(bundle, page.offers) : std::nullopt)
            view::add(view::section(out.body(), kd_SET), kd_CARD, *card);
    return out.html();
}

}  // namespace ssr::subscriptions_pages
