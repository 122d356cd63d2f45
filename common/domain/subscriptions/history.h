#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "domain/subscriptions/access.h"

namespace ssr::subscriptions {

/// How somebody came to a subscription.
enum class Source { purchase, trial, grant };
Source parse_source(std::string_view code);  // as in the table

/// One stretch of access, and the subscription that it belongs to as it stands now.
struct Stretch {
    Instant starts_at, ends_at;
    std::optional<PublicPaymentId> payment;  // empty for a trial or grant
    Money price;                             // before tax; nothing where it was given, or given back

    PublicSubscriptionId subscription;
    Module module;
    std::string module_name;
    Status status;
    Source source;
    Instant started_at, expires_at;
    std::optional<Instant> cancelled_at;
    bool ends_at_period_end, auto_renew;
    std::int64_t used;
    std::optional<std::int64_t> usage_limit;
};

/// All that a person ever had, newest first; one statement.
std::vector<Stretch> history(db::Session& db, UserId user, int most);

}  // namespace ssr::subscriptions
