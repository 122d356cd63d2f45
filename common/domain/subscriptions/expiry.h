#pragma once

#include "base/clock.h"
#include "db/session.h"

namespace ssr::subscriptions {

/// Live subscriptions whose end has come, and whose days of grace are over, become expired, or cancelled
/// where that was asked for; each with its line of the audit trail. Safe to run twice. Returns how many.
int expire_due(db::Session& db, Clock const& clock);

/// Where a paid stretch has begun since the uses were last counted from zero, they are again, up to that
/// stretch's limit. Safe to run twice. Returns how many.
int begin_periods(db::Session& db, Clock const& clock);
/// The same for one subscription, in the transaction that gave it a stretch.
void begin_period_of(db::Session& db, Instant now, SubscriptionId subscription);

}  // namespace ssr::subscriptions
