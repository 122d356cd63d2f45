#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "db/session.h"
#include "domain/accounts/otp_ledger.h"

namespace ssr::accounts {

/// Under which an identifier's row stands there.
std::string limits_name(std::string_view secret_key, std::string_view identifier);

/// `otp_rate_limits`: counts of codes sent, and locks, that hold though Redis was emptied. A row is an
/// identifier, or a browser's lock for one; both stand there as keyed hashes, with what people may see of
/// them.
class OtpMirror {
public:
    OtpMirror(db::Session& db, OtpLimits const& limits, std::string secret_key)
        : db_{db}, limits_{limits}, secret_key_{std::move(secret_key)} {}

    /// Counts one code more, unless exempt; the refusal where a lock or a count says no (the caller rolls
    /// back). One statement, as is each of the next.
    Result<Done, OtpRefused> count(HeldChallenge const& held, bool is_exempt, bool is_known, Instant now);
    /// One wrong code more; the last of the day closes the identifier to unknown browsers.
    void note_wrong(HeldChallenge const& held, Instant now);
    void lock(HeldChallenge const& held, Instant until, Instant now);
    /// Administrators with an e-mail address, who are told when codes are paused.
    std::vector<std::pair<std::string, UserId>> who_is_told();
    /// True where somebody signed in with that identifier's account from that browser before.
    bool is_known(LoginId const& to, std::string_view known_browser);

private:
    std::string name_of(LoginId const& to) const;
    std::string lock_of(HeldChallenge const& held) const;
    db::Session& db_;
    OtpLimits const& limits_;
    std::string secret_key_;
};

}  // namespace ssr::accounts
