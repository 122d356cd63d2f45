#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "db/session.h"

namespace ssr::audit {

/// Who did what to which object; written in the transaction of the change, chained by hash.
struct Entry {
    std::optional<UserId> user;  // empty: the system
    std::string action;          // "subscription.cancelled"
    std::string model_name;      // "subscriptions"
    std::string object_id;       // public id
    Json changes;                // {"status": ["active", "cancelled"]}
    std::string ip_address;      // kept as network_of() has it: the trail outlives people's accounts
};

/// "49.205.x.x": enough to know one's own network again, too little to know a person by.
std::string network_of(std::string_view ip_address);

class AuditLog {
public:
    explicit AuditLog(db::Session& db) : db_{db} {}
    void record(Entry const& entry, Instant at);

private:
    db::Session& db_;
};

}  // namespace ssr::audit
