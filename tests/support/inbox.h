#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/session.h"

namespace ssr::test {

/// What stands in the outbox for one recipient, newest first; sealed with that key.
class Inbox {
public:
    Inbox(db::Session& db, std::string secret_key) : db_{db}, secret_key_{std::move(secret_key)} {}
    /// The code of the newest message that carries one; fails the test where there is none.
    std::string code(std::string_view to);
    std::string text(std::string_view to);
    int count(std::string_view to, std::string_view kind);

private:
    db::Session& db_;
    std::string secret_key_;
};

}  // namespace ssr::test
