#pragma once

#include "domain/billing/upgrade.h"
#include "domain/subscriptions/term.h"

namespace ssr::subscriptions_pages {

/// What somebody who uses a module can have instead, and from when to when.
struct UpgradeStep {
    billing::QuoteLine line;
    subscriptions::Term term;
};

/// Pure: the durations that cost more than the one in use, as they would be charged now; before tax.
std::vector<UpgradeStep> upgrade_steps(catalog::ModuleOffer const& offer,
                                       subscriptions::PaidStretch const& used, Instant now);

}  // namespace ssr::subscriptions_pages
