#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "db/session.h"

namespace ssr::billing {

/// A stored event of the gateway, as staff see it.
struct StoredEvent {
    std::string event_id, type;
    std::optional<std::string> gateway_order_id;
    Instant received_at;
    std::optional<Instant> applied_at;
    int attempts;
    std::string result;     // "captured", "parked", "nothing_new"; empty: waits for the worker
    std::string body = {};  // as it came; only where one event is asked for
};

struct EventFilter {
    bool only_open = false;          // not applied: parked, or waiting
    std::string type = {};           // "payment.captured"; empty: all
    std::string gateway_order = {};  // empty: all
    std::string before = {};         // an event's id: only older ones; empty: from the newest
    int most = 50;
};

/// `webhook_events` for staff.
class EventConsole {
public:
    EventConsole(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}
    std::vector<StoredEvent> list(EventFilter const& filter);    // the newest first
    std::optional<StoredEvent> find(std::string_view event_id);  // with its body
    /// The worker applies it once more. Events change nothing that they changed before, so this is safe.
    /// False where there is no such event.
    bool replay(std::string_view event_id, UserId by, std::string const& ip_address);

private:
    db::Session& db_;
    Clock const& clock_;
};

}  // namespace ssr::billing
