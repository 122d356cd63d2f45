#pragma once

#include <string>
#include <string_view>

#include "domain/accounts/one_time_code.h"
#include "domain/messages/outbox.h"

namespace ssr::accounts {

/// The event key of the message that carries the challenge's code.
std::string event_of(OtpChallenge const& challenge);

/// The text or mail that carries a code. The last line of a text lets browsers offer the code on that host
/// alone (WebOTP); the whole text must stand letter for letter in the carrier's approved template.
messages::Message otp_message(OtpChallenge const& challenge, Purpose purpose, std::string const& code,
                              std::chrono::seconds lifetime, std::string const& host);

}  // namespace ssr::accounts
