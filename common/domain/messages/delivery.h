#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "db/session.h"

namespace ssr::messages {

/// The job message.send in development: the message stays in the outbox, where its page shows it.
/// `payload` names it: {"event_key"}.
void keep(db::Session& db, Clock const& clock, Json const& payload);

}  // namespace ssr::messages
