#pragma once

#include "base/clock.h"
#include "db/session.h"

namespace ssr::subscriptions {

/// Live subscriptions whose end has come become expired, or cancelled where that was asked for. Safe to run
/// twice.
int expire_due(db::Session& db, Clock const& clock);

}  // namespace ssr::subscriptions
