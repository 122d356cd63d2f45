#include "domain/messages/delivery.h"

namespace ssr::messages {

void keep(db::Session& db, Clock const& clock, Json const& payload) {
    db.execute(
        "UPDATE outbox_messages SET status = 'kept', sent_at = :now WHERE event_key = :key AND status = "
        "'queued'",
        {{"now", clock.now()}, {"key", payload["event_key"].text()}});
}

}  // namespace ssr::messages
