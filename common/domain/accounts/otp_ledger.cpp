#include "domain/accounts/otp_ledger.h"

#include "base/secure.h"
#include "base/text.h"
#include "domain/accounts/otp_scripts.h"

namespace ssr::accounts {

namespace {

using std::chrono::seconds;

constexpr seconds kHour = std::chrono::hours{1};
constexpr seconds kDay = std::chrono::hours{24};
/// A dead challenge still tells its browser's page whom to send a new code to.
constexpr seconds kFactsLive = kHour;
/// "+9198480": numbers that were given out as one block.
constexpr std::size_t kPrefix = 8;

std::string text(std::int64_t number) { return std::to_string(number); }
std::string text(seconds time) { return std::to_string(time.count()); }
std::string text(Instant at) { return std::to_string(at.time_since_epoch().count()); }
std::string flag(bool is_set) { return is_set ? "1" : "0"; }

std::string challenge_key(std::string_view id) { return "otp:challenge:" + std::string{id}; }
std::string latest_key(Purpose purpose, std::string_view browser_hash) {
    return "otp:latest:" + std::string{code(purpose)} + ":" + std::string{browser_hash};
}
std::string keyed(char const* kind, std::string_view about) {
    return "otp:" + std::string{kind} + ":" + sha256_hex(about);
}
std::string at_browser(HeldChallenge const& held) { return held.browser + "|" + held.challenge.to.text(); }

// "49.205.10.7" is of "49.205.10", "2401:4900:1c2b:…" of "2401:4900:1c2b".
std::string network_of(std::string_view ip_address) {
    auto const between = ip_address.find(':') == std::string_view::npos ? '.' : ':';
    auto const parts = split(ip_address, between);
    std::string network;
    for (std::size_t i = 0; i < parts.size() && i < 3; ++i) network += std::string{parts[i]} + between;
    return network;
}

/// A count in a window, the most that it may reach, and the word for what was too much.
struct Window {
    std::string key;
    int most;
    seconds length;
    std::string_view word;
};

std::vector<Window> windows_of(LoginId const& to, OtpAsker const& asker, OtpLimits const& limits) {
    bool const is_sms = to.channel() == Channel::sms;
    std::vector<Window> windows{
        {keyed("hour", to.text()), limits.per_hour, kHour, "codes"},
        {keyed("day", to.text()), is_sms ? std::min(limits.per_day, limits.sms_per_day) : limits.per_day,
         kDay, "codes"},
        {keyed("address", asker.ip_address), limits.per_address_hour, kHour, "here"},
        {keyed("network", network_of(asker.ip_address)), limits.per_network_hour, kHour, "here"},
        {"otp:all", limits.all_per_hour, kHour, "breaker"},
    };
    if (is_sms) {
        windows.push_back({"otp:all:sms", limits.all_sms_per_hour, kHour, "breaker"});
        windows.push_back({"otp:all:sms:day", limits.all_sms_per_day, kDay, "breaker"});
        windows.push_back(
            {"otp:prefix:" + to.text().substr(0, kPrefix), limits.per_prefix_hour, kHour, "breaker"});
    }
    return windows;
}

OtpRefused refusal_of(std::vector<std::string> const& answer) {
    using enum OtpRefused::Why;
    static std::map<std::string_view, OtpRefused::Why> const reasons{
        {"locked", locked},        {"cooling", cooling_down},    {"codes", too_many_codes},
        {"wrong", too_many_wrong}, {"here", too_many_from_here}, {"breaker", breaker}};
    return {reasons.at(answer.at(0)), seconds{std::stoll(answer.at(1))}};
}

OtpVerdict::What what_of(std::string_view word) {
    using enum OtpVerdict::What;
    static std::map<std::string_view, OtpVerdict::What> const words{{"right", right},
                                                                    {"wrong", wrong},
                                                                    {"expired", expired},
                                                                    {"locked", locked},
                                                                    {"just_locked", just_locked},
                                                                    {"too_many_wrong", too_many_wrong}};
    return words.at(word);
}

}  // namespace

std::string_view code(Purpose purpose) {
    switch (purpose) {
        case Purpose::sign_in: return "sign_in";
        case Purpose::prove_contact: return "prove_contact";
        case Purpose::change_contact: return "change_contact";
        case Purpose::close_account: return "close_account";
    }
    throw std::logic_error{"no such purpose"};
}

std::string hash_of_pre_session(std::string_view browser) {
    return sha256_hex("pre|" + std::string{browser});
}

bool OtpLedger::is_exempt(LoginId const& to) const {
    return std::find(limits_.exempt.begin(), limits_.exempt.end(), to.text()) != limits_.exempt.end();
}

Result<Done, OtpRefused> OtpLedger::claim(HeldChallenge const& held, std::string const& digest,
                                          OtpAsker const& asker, bool is_known) {
    auto const& challenge = held.challenge;
    std::vector<std::string> keys{keyed("lock", at_browser(held)), keyed("wrong", challenge.to.text()),
                                  keyed("cool", challenge.to.text()), challenge_key(challenge.id),
                                  latest_key(held.purpose, held.browser)};
    std::vector<std::string> arguments{text(clock_.now()),
                                       flag(is_known),
                                       flag(is_exempt(challenge.to)),
                                       text(limits_.wrong_codes_a_day),
                                       text(limits_.lock),
                                       text(limits_.cool_down),
                                       challenge.id,
                                       digest,
                                       text(challenge.expires_at),
                                       text(challenge.resend_at),
                                       challenge.to.text(),
                                       std::string{code(held.purpose)},
                                       held.browser,
                                       challenge.return_to,
                                       text(kFactsLive)};
    for (auto const& window : windows_of(challenge.to, asker, limits_)) {
        keys.push_back(window.key);
        arguments.insert(arguments.end(), {text(window.most), text(window.length), std::string{window.word}});
    }
    auto const answer = redis_.run(claim_script(), keys, arguments);
    if (answer.at(0) != "sent") return Err{refusal_of(answer)};
    return Done{};
}

std::optional<HeldChallenge> OtpLedger::find(std::string_view id) {
    auto const facts = redis_.run(facts_script(), {challenge_key(id)}, {});
    if (facts.size() != 6 || facts[0].empty()) return std::nullopt;
    auto const to = LoginId::parse(facts[0]);
    if (!to) return std::nullopt;
    auto const instant = [](std::string const& number) { return Instant{seconds{std::stoll(number)}}; };
    auto purpose = Purpose::sign_in;
    for (auto const each : {Purpose::prove_contact, Purpose::change_contact, Purpose::close_account})
        if (facts[1] == code(each)) purpose = each;
    return HeldChallenge{
        {std::string{id}, *to, instant(facts[3]), instant(facts[4]), facts[5]}, purpose, facts[2]};
}

std::optional<std::string> OtpLedger::latest(Purpose purpose, std::string_view browser) {
    return redis_.get(latest_key(purpose, hash_of_pre_session(browser)));
}

OtpVerdict OtpLedger::judge(HeldChallenge const& held, std::vector<std::string> const& digests,
                            bool is_known) {
    std::vector<std::string> arguments{text(clock_.now()), flag(is_known), text(limits_.wrong_codes),
                                       text(limits_.lock), text(limits_.wrong_codes_a_day)};
    arguments.insert(arguments.end(), digests.begin(), digests.end());
    auto const answer =
        redis_.run(judge_script(),
                   {challenge_key(held.challenge.id), keyed("tries", at_browser(held)),
                    keyed("lock", at_browser(held)), keyed("wrong", held.challenge.to.text())},
                   arguments);
    auto const number = [&](std::size_t at) { return at < answer.size() ? std::stoll(answer[at]) : 0; };
    return {.what = what_of(answer.at(0)), .tries_left = int(number(1)), .wait = seconds{number(2)}};
}

seconds OtpLedger::locked_for(HeldChallenge const& held) {
    auto const answer = redis_.run(lock_script(), {keyed("lock", at_browser(held))},
                                   {text(clock_.now()), text(limits_.lock)});
    return seconds{std::stoll(answer.at(0))};
}

void OtpLedger::forget(std::string_view challenge) { redis_.erase(challenge_key(challenge)); }

bool OtpLedger::is_first(std::string_view event) { return redis_.claim(keyed("event", event), kHour); }

void OtpLedger::forget_latest(Purpose purpose, std::string_view browser) {
    redis_.erase(latest_key(purpose, hash_of_pre_session(browser)));
}

}  // namespace ssr::accounts
