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
std::string to_base32(std::string_view bytes);
/// What `users.totp_secret_sealed` holds for a key in base32.
std::string sealed_totp_secret(std::string_view secret_key, std::string_view base32);

struct TotpWrong {
    enum class Why { wrong, locked, not_set_up };
    Why why;
    int tries_left = 0;
    std::chrono::seconds retry_after = {};
};

/// Confirms members of staff by their authenticator, or by a recovery code. A code counts once, in the step
/// before, at or after its own; five wrong ones of either kind lock the person out for half an hour.
class Totp {
public:
    Totp(cache::Redis& redis, db::Session& db, Clock const& clock, std::vector<std::string> secret_keys)
        : redis_{redis}, db_{db}, clock_{clock}, secret_keys_{std::move(secret_keys)} {}

    enum class By { authenticator, recovery_code };
    Result<By, TotpWrong> confirm(UserId user, std::string_view code);
    bool is_set_up(UserId user);

    /// The key, in base32, that waits for its first code; it is made where there is none, and forgotten after
    /// a quarter of an hour.
    std::string offered_key(UserId user);
    /// Takes the offered key for the person's own where the code is one of it; it then takes the place of the
    /// key before. The caller's transaction.
    Result<Done, TotpWrong> accept(UserId user, std::string_view code);

private:
    bool is_code_of(UserId user, std::string_view sealed, std::string_view code);
    std::chrono::seconds locked_for(UserId user);
    Result<Done, TotpWrong> counted(UserId user, bool is_right);
    std::optional<std::int64_t> step_of(std::string_view sealed, std::string_view code) const;
    cache::Redis& redis_;
    db::Session& db_;
    Clock const& clock_;
    std::vector<std::string> secret_keys_;
};

}  // namespace ssr::accounts
