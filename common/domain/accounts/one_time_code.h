#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "values/login_id.h"

namespace ssr::accounts {

/// What a code is good for; one asked for one thing does nothing else.
/// A change of contact takes two: the old contact is proven, then the new one is changed to.
enum class Purpose { sign_in, prove_contact, change_contact, close_account };
std::string_view code(Purpose purpose);

struct OtpLimits {
    std::chrono::seconds lifetime = std::chrono::minutes{5};
    std::chrono::seconds cool_down = std::chrono::minutes{1};
    std::chrono::seconds lock = std::chrono::minutes{30};
    int wrong_codes = 5;         // of one browser for one identifier, counted over resends; then the lock
    int wrong_codes_a_day = 15;  // for one identifier, of all browsers; then only known browsers go on
    int per_hour = 10, per_day = 20, sms_per_day = 10;  // codes sent to one identifier
    int per_address_hour = 30, per_network_hour = 200;  // codes asked for from one IP address, from one /24
    int all_per_hour = 2000,
        all_sms_per_hour = 1000;  // breakers: ten times the usual rate; what SMS may cost
    int all_sms_per_day = 10000;  // the same for a day
    int per_prefix_hour = 300;    // texts to numbers that begin alike, as those of a pumping scheme do
    /// E.164 or addresses whose sends are neither counted nor slowed: the demonstration accounts.
    std::vector<std::string> exempt = {};
};

/// Who asks for a code, or gives one.
struct OtpAsker {
    std::string browser;  // the pre-session's cookie: a code works only in the browser that asked for it
    std::string known_browser;  // the known-browser cookie; may be empty
    std::string ip_address;
};

/// A code is on its way. The same for known and unknown identifiers.
struct OtpChallenge {
    std::string id;
    LoginId to;
    Instant expires_at, resend_at;
    std::string return_to;  // the caller's, kept for him
};

/// Why no code was sent, and when it is worth asking again.
struct OtpRefused {
    enum class Why { locked, cooling_down, too_many_codes, too_many_wrong, too_many_from_here, breaker };
    Why why;
    std::chrono::seconds retry_after;
};

/// The code was right, and is used up.
struct OtpProof {
    LoginId to;
    std::string return_to;
};

struct OtpWrong {
    enum class Why { wrong, expired, locked, too_many_wrong };
    Why why;
    int tries_left = 0;                     // where wrong
    std::chrono::seconds retry_after = {};  // where locked, or too many
};

/// What a browser's own pages may show of the code that it asked for last.
struct OtpPending {
    OtpChallenge challenge;
    bool is_expired = false;
    std::chrono::seconds locked_for = {};  // zero where it is not
    bool is_undelivered = false;           // the carrier did not take it
};

}  // namespace ssr::accounts
