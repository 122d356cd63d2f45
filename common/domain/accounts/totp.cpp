#include "domain/accounts/totp.h"

#include "base/secure.h"
#include "base/text.h"
#include "domain/accounts/otp_scripts.h"
#include "domain/accounts/recovery_codes.h"

namespace ssr::accounts {

namespace {

constexpr std::int64_t kStepSeconds = 30;
constexpr int kMostTries = 5;
constexpr std::chrono::seconds kLock = std::chrono::minutes{30};
constexpr std::string_view kSealedFor = "totp";
constexpr int kKeyBytes = 20;  // as long as the hash of the codes, RFC 4226
constexpr std::chrono::seconds kOffered = std::chrono::minutes{15};
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::string without_gaps(std::string_view typed) {
    std::string code;
    for (char c : typed)
        if (c != ' ' && c != '-') code += c;
    return code;
}

std::string offered_under(UserId user) { return "otp:totp:offered:" + std::to_string(user.value()); }

}  // namespace

std::string totp_code(std::string_view key, std::int64_t step) {
    std::string counter(8, '\0');
    for (int i = 7; i >= 0; --i, step >>= 8) counter[std::size_t(i)] = char(step & 0xff);
    auto const mac = hmac_sha1(key, counter);
    auto const byte = [&](std::size_t at) { return std::uint32_t(static_cast<unsigned char>(mac[at])); };
    auto const from = byte(mac.size() - 1) & 0x0f;
    auto const number =
        ((byte(from) & 0x7f) << 24 | byte(from + 1) << 16 | byte(from + 2) << 8 | byte(from + 3)) % 1'000'000;
    auto const digits = std::to_string(number);
    return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::string> from_base32(std::string_view text) {
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (char c : text) {
        if (c == ' ' || c == '=') continue;
        auto const value = kBase32.find(c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c);
        if (value == std::string_view::npos) return std::nullopt;
        held = held << 5 | std::uint32_t(value);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += char(held >> bits & 0xff);
    }
    if (bytes.empty()) return std::nullopt;
    return bytes;
}

std::string to_base32(std::string_view bytes) {
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (unsigned char const byte : bytes) {
        held = held << 8 | byte;
        for (bits += 8; bits >= 5; bits -= 5) text += kBase32[held >> (bits - 5) & 0x1f];
    }
    if (bits > 0) text += kBase32[held << (5 - bits) & 0x1f];
    return text;
}

std::string sealed_totp_secret(std::string_view secret_key, std::string_view base32) {
    return seal(secret_key, kSealedFor, base32);
}

Result<Totp::By, TotpWrong> Totp::confirm(UserId user, std::string_view typed) {
    using enum TotpWrong::Why;
    auto const sealed =
        db_.maybe_one("SELECT totp_secret_sealed FROM users WHERE id = :user AND is_active", {{"user", user}},
                      [](db::Row const& row) { return row.maybe_text("totp_secret_sealed"); });
    if (!sealed || !*sealed) return Err{TotpWrong{not_set_up}};
    // Asked first, so that a recovery code is not used up in vain.
    if (auto const wait = locked_for(user); wait.count() > 0) return Err{TotpWrong{locked, 0, wait}};
    auto const code = without_gaps(typed);
    auto const by = code.size() == kRecoveryCodeLength ? By::recovery_code : By::authenticator;
    bool const is_right = by == By::recovery_code
                              ? RecoveryCodes{db_, secret_keys_}.use(user, code, clock_.now())
                              : is_code_of(user, **sealed, code);
    auto const judged = counted(user, is_right);
    if (!judged) return Err{judged.error()};
    return by;
}

bool Totp::is_set_up(UserId user) {
    return db_.one("SELECT totp_secret_sealed IS NOT NULL AS yes FROM users WHERE id = :user",
                   {{"user", user}}, [](db::Row const& row) { return row.flag("yes"); });
}

std::string Totp::offered_key(UserId user) {
    auto const held = redis_.get(offered_under(user));
    for (auto const& secret : secret_keys_)
        if (auto key = held ? unseal(secret, kSealedFor, *held) : std::nullopt) return *std::move(key);
    auto key = to_base32(from_hex(random_hex(kKeyBytes)));
    redis_.set(offered_under(user), sealed_totp_secret(secret_keys_.at(0), key), kOffered);
    return key;
}

Result<Done, TotpWrong> Totp::accept(UserId user, std::string_view typed) {
    auto const sealed = redis_.get(offered_under(user));
    auto const step = sealed ? step_of(*sealed, without_gaps(typed)) : std::nullopt;
    if (auto judged = counted(user, step.has_value()); !judged) return judged;
    db_.execute("UPDATE users SET totp_secret_sealed = :sealed, totp_last_step = :step WHERE id = :user",
                {{"sealed", *sealed}, {"step", *step}, {"user", user}});
    redis_.erase(offered_under(user));
    return Done{};
}

// A step is used up as it is taken, so a code that somebody read over a shoulder opens nothing. One far ahead
// was taken before the clock was set back (in development).
bool Totp::is_code_of(UserId user, std::string_view sealed, std::string_view code) {
    auto const step = step_of(sealed, code);
    return step && db_.execute(R"(
        UPDATE users SET totp_last_step = :step
         WHERE id = :user AND (totp_last_step < :step OR totp_last_step > :step + 10))",
                               {{"step", *step}, {"user", user}}) == 1;
}

std::chrono::seconds Totp::locked_for(UserId user) {
    auto const answer =
        redis_.run(lock_script(), {"otp:totp:lock:" + std::to_string(user.value())},
                   {std::to_string(clock_.now().time_since_epoch().count()), std::to_string(kLock.count())});
    return std::chrono::seconds{std::stoll(answer.at(0))};
}

Result<Done, TotpWrong> Totp::counted(UserId user, bool is_right) {
    using enum TotpWrong::Why;
    auto const about = std::to_string(user.value());
    auto const answer =
        redis_.run(guess_script(), {"otp:totp:tries:" + about, "otp:totp:lock:" + about},
                   {std::to_string(clock_.now().time_since_epoch().count()), std::to_string(kMostTries),
                    std::to_string(kLock.count()), is_right ? "1" : "0"});
    std::chrono::seconds const wait{std::stoll(answer.at(1))};
    if (wait.count() > 0) return Err{TotpWrong{locked, 0, wait}};
    if (!is_right) return Err{TotpWrong{wrong, std::stoi(answer.at(0))}};
    return Done{};
}

std::optional<std::int64_t> Totp::step_of(std::string_view sealed, std::string_view typed) const {
    auto const now = clock_.now().time_since_epoch().count() / kStepSeconds;
    for (auto const& secret : secret_keys_) {
        auto const base32 = unseal(secret, kSealedFor, sealed);
        auto const key = base32 ? from_base32(*base32) : std::nullopt;
        if (!key) continue;
        for (auto const step : {now, now - 1, now + 1})
            if (equal_in_constant_time(totp_code(*key, step), typed)) return step;
    }
    return std::nullopt;
}

}  // namespace ssr::accounts
