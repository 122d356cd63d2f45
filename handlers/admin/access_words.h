#pragma once

#include <string>

#include "domain/accounts/session.h"
#include "domain/billing/mandate.h"
#include "domain/subscriptions/overrides.h"
#include "domain/subscriptions/roll.h"
#include "domain/subscriptions/subscriptions.h"
#include "view/pieces.h"
#include "web/http.h"

// What staff are told of people's access.
namespace ssr::admin {

std::string role_name(accounts::Role role);  // "Administrator"
/// The name, or what stands for one that was never given.
std::string name_or_none(std::string const& name);

view::Pill pill_of(subscriptions::ModuleAccess const& access, Instant now);
/// Why it is open or closed: "Paid for, till 14-03-2027."
std::string why(subscriptions::ModuleAccess const& access, Instant now);
view::Pill pill_of(subscriptions::Status status, Instant expires_at, bool ends_at_period_end, Instant now);
std::string source_name(subscriptions::Source source);  // "Payment"
/// "On: ₹ 1,180.00 on 14-03-2027 by UPI"
std::string auto_renew(std::optional<billing::Mandate> const& mandate);

web::Refusal explain(subscriptions::OverrideRefused why);
web::Refusal explain(subscriptions::InterventionRefused why);
/// What was done, by the word of the address; nothing for any other word.
std::optional<view::Toast> toast_of_access(std::string_view done);

}  // namespace ssr::admin
