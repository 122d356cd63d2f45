#include "subscriptions/upgrade_steps.h"

namespace ssr::subscriptions_pages {

std::vector<UpgradeStep> upgrade_steps(catalog::ModuleOffer const& offer,
                                       subscriptions::PaidStretch const& used, Instant now) {
    std::vector<UpgradeStep> steps;
    if (!offer.prorates_upgrades) return steps;
    for (auto const& price : offer.prices) {
        auto lines = billing::lines_for({.module = offer.module, .months = price.months}, {offer}, {});
        if (!lines || price.asked() <= used.price) continue;
        auto& line = lines->front();
        if (!billing::credit(line, used, now) || !line.replaces) continue;
        steps.push_back({line, subscriptions::term_of_upgrade(used.subscription_ends_at, used.ends_at - now,
                                                              line.months, now)});
    }
    return steps;
}

}  // namespace ssr::subscriptions_pages
