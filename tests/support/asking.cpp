#include "support/asking.h"

#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "support/people.h"

namespace ssr::test {

using namespace accounts;

OtpAsker a_browser() { return {.browser = random_hex(32), .ip_address = fresh_ip_address()}; }

OtpProcess::OtpProcess(Clock const& clock, OtpLimits const& limits)
    : db{{clone_as("ssr_auth")}},
      redis{redis_url()},
      otp{redis, db, clock, {{kOtpSecret}, "ssr.example.in", limits}} {}

Asking::Asking(std::optional<LoginId> id, OtpLimits const& limits)
    : to{id ? *id : LoginId{fresh_phone()}},
      clock{*parse_instant("2027-01-11T04:30:00Z")},
      here{clock, limits} {}

OtpChallenge Asking::ask(OtpAsker const& asker) {
    auto challenge = here.otp.request(to, Purpose::sign_in, asker);
    BOOST_REQUIRE(bool(challenge));
    return *challenge;
}

std::optional<OtpRefused> Asking::refusal(OtpAsker const& asker) {
    auto const challenge = here.otp.request(to, Purpose::sign_in, asker);
    return challenge ? std::nullopt : std::optional{challenge.error()};
}

std::string Asking::code() { return inbox.code(to.text()); }

std::string Asking::wrong_code() { return code() == "000000" ? "000001" : "000000"; }

std::optional<OtpWrong> Asking::fault(OtpChallenge const& challenge, OtpAsker const& asker,
                                      std::string const& guess, Purpose purpose) {
    auto const proof = here.otp.check(challenge.id, purpose, asker, guess);
    return proof ? std::nullopt : std::optional{proof.error()};
}

OtpChallenge Asking::lock(OtpAsker const& asker) {
    auto challenge = ask(asker);
    for (int guess = 1; guess <= 5; ++guess) fault(challenge, asker, wrong_code());
    return challenge;
}

void Asking::empty_redis(std::vector<OtpAsker> const& askers) {
    std::vector<std::string> keys;
    for (auto const* kind : {"wrong", "cool", "hour", "day"})
        keys.push_back("otp:" + std::string{kind} + ":" + sha256_hex(to.text()));
    for (auto const& asker : askers)
        for (auto const* kind : {"lock", "tries"})
            keys.push_back("otp:" + std::string{kind} + ":" +
                           sha256_hex(hash_of_pre_session(asker.browser) + "|" + to.text()));
    here.redis.erase_all(keys);
}

}  // namespace ssr::test
