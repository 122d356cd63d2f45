#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"

namespace ssr::accounts {

inline constexpr std::size_t kRecoveryCodeLength = 12;  // without its dashes

/// `recovery_codes`: ten for each member of staff, for the day when his authenticator is lost. They are shown
/// once and stand here as keyed hashes; each is good once.
class RecoveryCodes {
public:
    RecoveryCodes(db::Session& db, std::vector<std::string> secret_keys)
        : db_{db}, secret_keys_{std::move(secret_keys)} {}

    /// New ones in place of all before: "K7QM-2XRA-PT5W".
    std::vector<std::string> renew(UserId user, Instant now);
    bool use(UserId user, std::string_view code, Instant now);
    int left(UserId user);

private:
    std::string hash(std::string_view key, UserId user, std::string_view code) const;
    db::Session& db_;
    std::vector<std::string> secret_keys_;
};

}  // namespace ssr::accounts
