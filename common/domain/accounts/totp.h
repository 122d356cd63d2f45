#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "cache/redis.h"
#include "db/session.h"

namespace ssr::accounts {

/// The code of an authenticator app at a step of 30 seconds since 1970 (RFC 6238: SHA-1, six digits).
std::string totp_code(std::string_view key, std::int64_t step);
/// The key in an authenticator's text form; nothing where it is not base32.
std::optional<std::string> from_base32(std::string_view text);
/// What `users.totp_secret_sealed` holds for a key in base32.
std::string sealed_totp_secret(std::string_view secret_key, std::string_view base32);

struct TotpWrong {
    enum class Why { wrong, locked, not_set_up };
    Why why;
    int tries_left = 0;
    std::chrono::seconds retry_after = {};
};

/// Confirms members of staff by their authenticator. A code counts once, in the step before, at or after its
/// own; five wrong ones lock the person out of it for half an hour.
class Totp {
public:
    Totp(cache::Redis& redis, db::Session& db, Clock const& clock, std::vector<std::string> secret_keys)
        : redis_{redis}, db_{db}, clock_{clock}, secret_keys_{std::move(secret_keys)} {}

    Result<Done, TotpWrong> confirm(UserId user, std::string_view code);

private:
    std::optional<std::int64_t> step_of(std::string_view sealed, std::string_view code) const;
    cache::Redis& redis_;
    db::Session& db_;
    Clock const& clock_;
    std::vector<std::string> secret_keys_;
};

}  // namespace ssr::accounts
