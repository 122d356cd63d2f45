#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "cache/redis.h"
#include "domain/accounts/one_time_code.h"

namespace ssr::accounts {

/// A challenge as Redis keeps it: all but the code, of which only a keyed hash is there.
struct HeldChallenge {
    OtpChallenge challenge;
    Purpose purpose;
    std::string browser;  // hash of the pre-session's cookie
};

/// What became of a guess.
struct OtpVerdict {
    enum class What { right, wrong, expired, locked, just_locked, too_many_wrong };
    What what;
    int tries_left = 0;
    std::chrono::seconds wait = {};
};

/// Challenges, counts and locks in Redis. Every method that decides is one Lua call, so that parallel
/// requests are counted one by one. Instants stand in the values; a TTL only tidies up.
class OtpLedger {
public:
    OtpLedger(cache::Redis& redis, Clock const& clock, OtpLimits const& limits)
        : redis_{redis}, clock_{clock}, limits_{limits} {}

    /// Checks all limits of sending, counts, and keeps the challenge, which takes the place of the browser's
    /// last one for that identifier. `is_known`: the browser may go on where the identifier has had too many
    /// wrong codes.
    Result<Done, OtpRefused> claim(HeldChallenge const& held, std::string const& digest,
                                   OtpAsker const& asker, bool is_known);
    std::optional<HeldChallenge> find(std::string_view challenge);
    /// The challenge that this browser asked for last.
    std::optional<std::string> latest(Purpose purpose, std::string_view browser);
    /// Compares, uses up, counts and locks in one step.
    OtpVerdict judge(HeldChallenge const& held, std::vector<std::string> const& digests, bool is_known);
    std::chrono::seconds locked_for(HeldChallenge const& held);
    void forget(std::string_view challenge);
    void forget_latest(Purpose purpose, std::string_view browser);

    bool is_exempt(LoginId const& to) const;
    /// True for the first who says so of an event of the last hour.
    bool is_first(std::string_view event);

private:
    cache::Redis& redis_;
    Clock const& clock_;
    OtpLimits const& limits_;
};

std::string hash_of_pre_session(std::string_view browser);

}  // namespace ssr::accounts
