#pragma once

#include "domain/catalog/catalogue.h"
#include "domain/subscriptions/access.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

/// What a person can do next with a module.
enum class NextStep { open, start_trial, buy, renew, see_payment, ask_why };

/// Pure: leads to what works for him now, and offers nothing that would be refused.
NextStep next_step(catalog::ModuleOffer const& offer, subscriptions::ModuleAccess const& access);

/// "Estimate"; "documents" for the fourth module, whose long name would not fit beside a date.
std::string short_name(catalog::ModuleOffer const& offer);
/// Where the module's order begins: the checkout of its longest duration, or the prices where it has none.
std::string checkout_of(catalog::ModuleOffer const& offer);
/// The step as a link; `start_trial` is a form of its own, see trial_button.
view::Button button_of(NextStep step, catalog::ModuleOffer const& offer);
view::PostButton trial_button(catalog::ModuleOffer const& offer);

}  // namespace ssr::subscriptions_pages
