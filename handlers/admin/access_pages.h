#pragma once

#include <string>
#include <vector>

#include "domain/accounts/people.h"
#include "domain/billing/mandate.h"
#include "domain/catalog/catalogue.h"
#include "domain/subscriptions/overrides.h"
#include "domain/subscriptions/roll.h"
#include "view/page.h"
#include "web/http.h"

namespace ssr::admin {

/// People, as many as fit the filter.
struct PeoplePage {
    accounts::PeopleFilter wanted;
    std::vector<accounts::PersonLine> lines;  // one more than fits: there is another page
};
std::string render(PeoplePage const& page, view::Frame const& frame);

/// A form of the person's page that came back, with what was wrong.
struct OverrideTyped {
    subscriptions::Override type;
    view::Values typed;
    view::Errors errors;
};

/// A person: who he is, what he may open and why, what he had, and what staff opened and closed to him.
struct PersonPage {
    subscriptions::Holder holder;
    std::vector<subscriptions::ModuleAccess> access;
    std::vector<subscriptions::Stretch> history;
    std::vector<catalog::ModuleOffer> const& modules;
    bool may_change;  // his access: not one's own, and not of those above
    std::string key;  // so that a second press changes nothing twice
    Instant now;
    std::optional<OverrideTyped> came_back = {};
    std::optional<web::Refusal> refusal = {};  // of what was just tried
};
std::string render(PersonPage const& page, view::Frame const& frame);

/// Asks once more before what staff opened or closed is ended.
struct OverridePage {
    subscriptions::Holder holder;
    subscriptions::OverrideLine line;
    std::string module_name;
    Instant now;
    std::optional<web::Refusal> refusal = {};
};
std::string render(OverridePage const& page, view::Frame const& frame);

/// All subscriptions, as many as fit the filter.
struct SubscriptionsPage {
    subscriptions::RollFilter wanted;
    std::vector<subscriptions::RollLine> lines;  // one more than fits: there is another page
    std::vector<catalog::ModuleOffer> const& modules;
    Instant now;
};
std::string render(SubscriptionsPage const& page, view::Frame const& frame);

/// A subscription, what renews it, and the form that pauses it or lets it go on.
struct SubscriptionPage {
    subscriptions::RollLine line;
    std::optional<billing::Mandate> mandate;  // the newest that renews it
    Instant now;
    view::Values typed = {};
    view::Errors errors = {};
    std::optional<web::Refusal> refusal = {};
};
std::string render(SubscriptionPage const& page, view::Frame const& frame);

}  // namespace ssr::admin
