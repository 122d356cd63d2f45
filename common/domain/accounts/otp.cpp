#include "domain/accounts/otp.h"

#include "base/secure.h"
#include "db/transaction.h"
#include "domain/accounts/otp_message.h"
#include "domain/audit/audit_log.h"
#include "log/log.h"

namespace ssr::accounts {

namespace {

constexpr int kDigits = 6;
constexpr int kChallengeBytes = 16;
constexpr std::size_t kLongestGuess = 20;

// Bound to all that it is good for: a code that leaks from one place opens no other.
std::string digest(std::string const& key, HeldChallenge const& held, std::string_view code_typed) {
    auto const& challenge = held.challenge;
    return hmac_sha256_hex("otp|" + key, challenge.id + "|" + std::string{code(held.purpose)} + "|" +
                                             held.browser + "|" + challenge.to.text() + "|" +
                                             std::string{code_typed});
}

// "481 703" and "481-703" are typed as they are read.
std::string without_gaps(std::string_view typed) {
    std::string code;
    for (char c : typed.substr(0, kLongestGuess))
        if (c != ' ' && c != '-') code += c;
    return code;
}

}  // namespace

Otp::Otp(cache::Redis& redis, db::Session& db, Clock const& clock, OtpConfig config)
    : db_{db},
      clock_{clock},
      config_{std::move(config)},
      ledger_{redis, clock, config_.limits},
      mirror_{db, config_.limits, config_.secret_keys.at(0)},
      outbox_{db, clock, config_.secret_keys.at(0)} {}

Result<OtpChallenge, OtpRefused> Otp::request(LoginId const& to, Purpose purpose, OtpAsker const& asker,
                                              std::string_view return_to) {
    auto const now = clock_.now();
    HeldChallenge const held{{random_hex(kChallengeBytes), to, now + config_.limits.lifetime,
                              now + config_.limits.cool_down, std::string{return_to}},
                             purpose,
                             hash_of_pre_session(asker.browser)};
    auto const one_time = random_digits(kDigits);
    bool is_known = false;
    if (auto const claimed = claim(held, one_time, asker, is_known); !claimed) return Err{claimed.error()};

    db::Transaction transaction{db_};
    auto const counted = mirror_.count(held, ledger_.is_exempt(to), is_known, now);
    if (!counted) {  // Redis was emptied: it let through what the table does not
        ledger_.forget(held.challenge.id);
        return Err{counted.error()};
    }
    outbox_.send(otp_message(held.challenge, purpose, one_time, config_.limits.lifetime, config_.host));
    transaction.commit();
    return held.challenge;
}

Result<Done, OtpRefused> Otp::claim(HeldChallenge const& held, std::string const& one_time,
                                    OtpAsker const& asker, bool& is_known) {
    auto const stored = digest(config_.secret_keys[0], held, one_time);
    auto claimed = ledger_.claim(held, stored, asker, is_known);
    if (!claimed && claimed.error().why == OtpRefused::Why::too_many_wrong) {
        is_known = mirror_.is_known(held.challenge.to, asker.known_browser);
        if (is_known) claimed = ledger_.claim(held, stored, asker, is_known);
    }
    if (!claimed && claimed.error().why == OtpRefused::Why::breaker) alarm(held.challenge.to, asker);
    return claimed;
}

// Once an hour and channel, by the event's key: a scheme that pumps texts would pump our mails too.
void Otp::alarm(LoginId const& to, OtpAsker const& asker) {
    auto const now = clock_.now();
    auto const what = std::string{code(to.channel())};
    auto const event =
        "otp_breaker:" + what + ":" + std::to_string(now.time_since_epoch() / std::chrono::hours{1});
    log::error("otp.breaker_opened", {{"channel", what}});
    if (!ledger_.is_first(event)) return;
    db::Transaction transaction{db_};
    audit::AuditLog{db_}.record({.action = "otp.breaker_opened",
                                 .model_name = "otp_rate_limits",
                                 .object_id = what,
                                 .ip_address = asker.ip_address},
                                now);
    for (auto const& [email, user] : mirror_.who_is_told())
        outbox_.send(
            {.event_key = event + ":" + std::to_string(user.value()),
             .kind = "alarm",
             .channel = Channel::email,
             .to = email,
             .subject = "Codes are paused: more are asked for than usual",
             .text = "SSR Estimation\n\nSince " + display_time(now) + " no codes go out by " + what +
                     ": a limit for all users together was reached. People who are signed in are not "
                     "affected. Look at the log for otp.breaker_opened and at the carrier's bill.\n",
             .user = user});
    transaction.commit();
}

Result<OtpProof, OtpWrong> Otp::check(std::string_view challenge, Purpose purpose, OtpAsker const& asker,
                                      std::string_view typed) {
    auto const held = ledger_.find(challenge);
    // To another browser, and for another purpose, there is no such code; the guess costs its owner nothing.
    if (!held || held->purpose != purpose || held->browser != hash_of_pre_session(asker.browser))
        return Err{OtpWrong{OtpWrong::Why::expired}};
    auto const verdict = judge(*held, asker, without_gaps(typed));
    mirror(*held, verdict);
    using enum OtpVerdict::What;
    switch (verdict.what) {
        case right: return OtpProof{held->challenge.to, held->challenge.return_to};
        case wrong: return Err{OtpWrong{OtpWrong::Why::wrong, verdict.tries_left}};
        case expired: return Err{OtpWrong{OtpWrong::Why::expired}};
        case too_many_wrong: return Err{OtpWrong{OtpWrong::Why::too_many_wrong, 0, verdict.wait}};
        case locked:
        case just_locked: return Err{OtpWrong{OtpWrong::Why::locked, 0, verdict.wait}};
    }
    throw std::logic_error{"no such verdict"};
}

OtpVerdict Otp::judge(HeldChallenge const& held, OtpAsker const& asker, std::string_view typed) {
    std::vector<std::string> digests;
    for (auto const& key : config_.secret_keys) digests.push_back(digest(key, held, typed));
    auto verdict = ledger_.judge(held, digests, false);
    if (verdict.what == OtpVerdict::What::too_many_wrong &&
        mirror_.is_known(held.challenge.to, asker.known_browser))
        verdict = ledger_.judge(held, digests, true);
    return verdict;
}

void Otp::mirror(HeldChallenge const& held, OtpVerdict const& verdict) {
    using enum OtpVerdict::What;
    if (verdict.what != wrong && verdict.what != just_locked) return;
    auto const now = clock_.now();
    log::warn("otp.guess_was_wrong",
              {{"to", held.challenge.to.masked()}, {"locked", verdict.what == just_locked}});
    mirror_.note_wrong(held, now);
    if (verdict.what == just_locked) mirror_.lock(held, now + verdict.wait, now);
}

std::optional<OtpPending> Otp::pending(Purpose purpose, std::string_view browser) {
    auto const id = ledger_.latest(purpose, browser);
    auto const held = id ? ledger_.find(*id) : std::nullopt;
    if (!held || held->browser != hash_of_pre_session(browser)) return std::nullopt;
    return OtpPending{held->challenge, clock_.now() >= held->challenge.expires_at, ledger_.locked_for(*held),
                      outbox_.has_failed(event_of(held->challenge))};
}

void Otp::forget(Purpose purpose, std::string_view browser) { ledger_.forget_latest(purpose, browser); }

}  // namespace ssr::accounts
