#include "subscriptions/to_do.h"

#include "subscriptions/next_step.h"
#include "subscriptions/stage.h"
#include "subscriptions/urls.h"

namespace ssr::subscriptions_pages {

namespace {

using billing::MandateStatus;
using std::chrono::days;
using subscriptions::AccessFacts, subscriptions::ModuleAccess, subscriptions::Reason;

constexpr days kEndIsNear{7};
constexpr days kTrialEndIsNear{3};  // trials last a week
constexpr days kEndedLately{30};    // after that the module's card alone says so

std::optional<ToDo> order_to_pay(DashboardPage const& page) {
    auto const& order = page.errands.order;
    if (!order || !can_be_paid(order->status, order->created_at, page.now)) return std::nullopt;
    return ToDo{"Finish paying for " + order->what,
                order->total.display() + ", ordered " + display_time(order->created_at),
                urls::payment(order->id)};
}

std::optional<ToDo> mandate_to_see_to(billing::OpenMandate const& mandate) {
    auto const href = urls::mandate(mandate.id);
    if (mandate.status == MandateStatus::created)
        return ToDo{"Authorise auto-renew of " + mandate.name, "Nothing is charged before that", href};
    if (mandate.status == MandateStatus::pending)
        return ToDo{mandate.name + " could not be renewed",
                    "Your bank refused " + mandate.total.display() + "; it is tried again", href};
    return std::nullopt;
}

// A mandate renews it, or its own line says why not.
bool is_seen_to(DashboardPage const& page, Module module) {
    return std::any_of(page.errands.mandates.begin(), page.errands.mandates.end(), [&](auto const& mandate) {
        return mandate.module == module && mandate.status != MandateStatus::created;
    });
}

bool is_near(AccessFacts const& facts, Instant now, days near) {
    return !facts.ends_at_period_end && *facts.expires_at <= now + near;
}

// What about its end is to be said now; empty: nothing.
std::string ending(ModuleAccess const& access, Instant now) {
    auto const& facts = access.facts;
    if (access.reason == Reason::usage_exhausted) return sentence(access);
    if (!facts.expires_at) return {};
    auto const end = display_date(*facts.expires_at);
    if (access.reason == Reason::trial && is_near(facts, now, kTrialEndIsNear)) return "Trial ends on " + end;
    if (access.reason == Reason::expired && *facts.expires_at > now - kEndedLately) return sentence(access);
    if (access.reason != Reason::subscribed || !is_near(facts, now, kEndIsNear)) return {};
    if (!subscriptions::is_in_grace(facts, now)) return "Ends on " + end;
    return "Ended on " + end + ", open till " + display_date(*facts.expires_at + facts.grace);
}

std::optional<ToDo> renewal(ModuleAccess const& access, DashboardPage const& page) {
    auto const* offer = catalog::find(page.offers, access.module);
    if (!offer || !offer->is_active || offer->prices.empty() || is_seen_to(page, access.module))
        return std::nullopt;
    auto detail = ending(access, page.now);
    if (detail.empty()) return std::nullopt;
    auto const* verb = access.reason == Reason::trial ? "Buy " : "Renew ";
    return ToDo{verb + short_name(*offer), std::move(detail), checkout_of(*offer)};
}

}  // namespace

std::vector<ToDo> to_do(DashboardPage const& page) {
    std::vector<ToDo> all;
    auto const add = [&](std::optional<ToDo> found) {
        if (found) all.push_back(*std::move(found));
    };
    add(order_to_pay(page));
    for (auto const& mandate : page.errands.mandates) add(mandate_to_see_to(mandate));
    for (auto const& access : page.access) add(renewal(access, page));
    return all;
}

}  // namespace ssr::subscriptions_pages
