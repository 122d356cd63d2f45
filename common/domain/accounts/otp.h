#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/accounts/one_time_code.h"
#include "domain/accounts/otp_ledger.h"
#include "domain/accounts/otp_mirror.h"
#include "domain/messages/outbox.h"

namespace ssr::accounts {

struct OtpConfig {
    /// The present secret key and those before it that still count.
    std::vector<std::string> secret_keys;
    std::string host;  // for the last line of a text message: "ssr.example.in", without a port
    OtpLimits limits = {};
};

/// One-time codes. Redis holds their keyed hashes and the counts; `otp_rate_limits` mirrors what must outlive
/// Redis.
class Otp {
public:
    Otp(cache::Redis& redis, db::Session& db, Clock const& clock, OtpConfig config);
    Otp(Otp const&) = delete;  // its parts refer to its limits
    Otp& operator=(Otp const&) = delete;

    /// Sends a new code, which takes the place of the last one for that identifier in this browser. At most
    /// two statements, the same for known and unknown identifiers. Never clears a count of wrong codes.
    /// `return_to` is the caller's: he gets it back with the proof.
    Result<OtpChallenge, OtpRefused> request(LoginId const& to, Purpose purpose, OtpAsker const& asker,
                                             std::string_view return_to = {});
    /// Uses the code up where it is right. Blanks and dashes inside a code do not matter.
    Result<OtpProof, OtpWrong> check(std::string_view challenge, Purpose purpose, OtpAsker const& asker,
                                     std::string_view code);
    /// The challenge that this browser asked for last.
    std::optional<OtpPending> pending(Purpose purpose, std::string_view browser);
    /// What it asked for last is no longer pending.
    void forget(Purpose purpose, std::string_view browser);

private:
    Result<Done, OtpRefused> claim(HeldChallenge const& held, std::string const& code, OtpAsker const& asker,
                                   bool& is_known);
    void alarm(LoginId const& to, OtpAsker const& asker);
    OtpVerdict judge(HeldChallenge const& held, OtpAsker const& asker, std::string_view code);
    void mirror(HeldChallenge const& held, OtpVerdict const& verdict);

    db::Session& db_;
    Clock const& clock_;
    OtpConfig config_;
    OtpLedger ledger_;
    OtpMirror mirror_;
    messages::Outbox outbox_;
};

}  // namespace ssr::accounts
