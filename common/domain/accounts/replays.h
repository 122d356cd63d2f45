#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/session.h"

namespace ssr::accounts {

/// An unsafe request that may be repeated: whose, to what, and the key that he gave it. An empty key is no
/// key.
struct Replayed {
    UserId user;
    std::string endpoint;  // "checkout"
    std::string key;
};

/// `request_replays`: the first answer to a request, for when it comes again with its key.
class Replays {
public:
    explicit Replays(db::Session& db) : db_{db} {}

    std::optional<std::string> find(Replayed const& request);
    /// In the transaction of what the request did. An answer that is there stays the first one.
    void remember(Replayed const& request, std::string_view answer, Instant now);

private:
    db::Session& db_;
};

}  // namespace ssr::accounts
