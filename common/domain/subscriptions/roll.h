#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/session.h"
#include "domain/subscriptions/history.h"

namespace ssr::subscriptions {

/// A subscription among all, as staff see it.
struct RollLine {
    PublicSubscriptionId public_id;
    PublicUserId user;
    std::string user_name, phone, email;
    Module module;
    std::string module_name;
    Status status;
    Source source;
    Instant started_at, expires_at;
    bool ends_at_period_end;
    bool is_frozen;  // suspended by a dispute, not by staff
    std::optional<Instant> suspended_at;
    std::int64_t used;
    std::optional<std::int64_t> usage_limit;
};

struct RollFilter {
    std::string text = {};  // whose, as accounts::sought() reads it
    std::optional<Module> module = {};
    std::optional<Status> status = {};
    std::optional<int> ends_within_days = {};  // of those that run
    int number = 1;                            // of the page, from 1
    int size = 25;
};

/// A page of them; one more line than its size says that there is another page. What ends soon is sorted by
/// its end, what a name was typed for by the name, all else the newest first. One statement.
std::vector<RollLine> list_subscriptions(db::Session& db, RollFilter const& filter, Instant now);
std::optional<RollLine> find_subscription(db::Session& db, PublicSubscriptionId const& subscription);

}  // namespace ssr::subscriptions
