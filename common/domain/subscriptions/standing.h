#pragma once

#include <optional>

#include "domain/subscriptions/subscriptions.h"

// What those who change a subscription look at first.
namespace ssr::subscriptions {

/// Of a row with id, public_id, status and expires_at.
Standing to_standing(db::Row const& row);

/// Held until the transaction ends; nothing where it is not his.
std::optional<Standing> lock_his(db::Session& db, UserId user, PublicSubscriptionId const& subscription);

/// A trial or paid for, and not at its end; pure.
bool is_running(Standing const& standing, Instant now);

}  // namespace ssr::subscriptions
