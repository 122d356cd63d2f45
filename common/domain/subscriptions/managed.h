#pragma once

#include <string>

#include "db/session.h"
#include "domain/accounts/people.h"
#include "domain/subscriptions/notices.h"

namespace ssr::subscriptions {

/// A person of whom staff change something, and whether these staff may.
struct Managed {
    Addressee who;
    bool is_active, is_himself, is_outranked;
};

/// Locks the person's row, so that two changes of one person come one after the other.
std::optional<Managed> lock_managed(db::Session& db, PublicUserId const& user, UserId by);
/// The same of whoever holds a subscription, which is not locked.
std::optional<Managed> lock_managed(db::Session& db, PublicSubscriptionId const& subscription, UserId by);

}  // namespace ssr::subscriptions
