#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/accounts/otp.h"
#include "support/database.h"
#include "support/inbox.h"

// Somebody who asks for one-time codes, for the tests of what codes may and may not do.
namespace ssr::test {

inline std::string const kOtpSecret(64, 's');

accounts::OtpAsker a_browser();

/// One process of the handler: its own connections, as in life.
struct OtpProcess {
    explicit OtpProcess(Clock const& clock, accounts::OtpLimits const& limits = {});
    db::Session db;
    cache::Redis redis;
    accounts::Otp otp;
};

struct Asking {
    explicit Asking(std::optional<LoginId> id = std::nullopt, accounts::OtpLimits const& limits = {});

    /// A new code; fails the test where it is refused.
    accounts::OtpChallenge ask(accounts::OtpAsker const& asker);
    /// Why no code was sent; nothing where one was.
    std::optional<accounts::OtpRefused> refusal(accounts::OtpAsker const& asker);
    std::string code();
    std::string wrong_code();
    /// What was wrong with the guess; nothing where it was right.
    std::optional<accounts::OtpWrong> fault(accounts::OtpChallenge const& challenge,
                                            accounts::OtpAsker const& asker, std::string const& guess,
                                            accounts::Purpose purpose = accounts::Purpose::sign_in);
    /// Five wrong guesses in that browser.
    accounts::OtpChallenge lock(accounts::OtpAsker const& asker);
    /// As if Redis had been emptied: nothing there knows this identifier and these browsers any more.
    void empty_redis(std::vector<accounts::OtpAsker> const& askers);

    LoginId to;
    FixedClock clock;
    OtpProcess here;
    Database all;
    Inbox inbox{all.db, kOtpSecret};
    accounts::OtpAsker ravi = a_browser();
};

}  // namespace ssr::test
