#pragma once

#include <string>
#include <vector>

#include "domain/catalog/catalogue.h"
#include "domain/subscriptions/access.h"
#include "view/frame.h"

namespace ssr::subscriptions_pages {

/// The modules with all their prices.
struct PricesPage {
    std::vector<catalog::ModuleOffer> offers;
};
std::string render(PricesPage const& page, view::Frame const& frame);

/// What the product is, for someone who comes for the first time.
struct LandingPage {
    std::vector<catalog::ModuleOffer> offers;
};
std::string render(LandingPage const& page, view::Frame const& frame);

/// The four modules in their states, each with its next step.
struct DashboardPage {
    std::string name;
    std::vector<catalog::ModuleOffer> offers;
    std::vector<subscriptions::ModuleAccess> access;
};
std::string render(DashboardPage const& page, view::Frame const& frame);

/// Why a module is closed, and what opens it.
struct ClosedPage {
    catalog::ModuleOffer offer;
    subscriptions::ModuleAccess access;
};
std::string render(ClosedPage const& page, view::Frame const& frame);

/// The reason in a person's words: "It ended on 14-03-2027."
std::string sentence(subscriptions::ModuleAccess const& access);

}  // namespace ssr::subscriptions_pages
