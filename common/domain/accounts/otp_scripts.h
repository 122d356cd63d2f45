#pragma once

#include "cache/redis.h"

namespace ssr::accounts {

/// Checks and counts all limits of sending, then keeps the challenge. See OtpLedger::claim.
cache::Script const& claim_script();
/// Compares a guess, uses the challenge up, counts and locks. See OtpLedger::judge.
cache::Script const& judge_script();
/// identifier, purpose, browser, expires, resend, return_to of a challenge; the first is empty where there is
/// none.
cache::Script const& facts_script();
/// Seconds that a lock still holds.
cache::Script const& lock_script();
/// Counts a wrong guess in a window, or says how long the window is still closed. See Totp.
cache::Script const& guess_script();

}  // namespace ssr::accounts
