#include "domain/accounts/recovery_codes.h"

#include "base/secure.h"
#include "base/text.h"
#include "db/transaction.h"
#include "domain/accounts/totp.h"

namespace ssr::accounts {

namespace {

constexpr int kCodes = 10;
constexpr int kRandomBytes = 8;

std::string readable(std::string_view code) {
    std::string text;
    for (std::size_t at = 0; at < code.size(); at += 4)
        text += (at > 0 ? "-" : "") + std::string{code.substr(at, 4)};
    return text;
}

}  // namespace

std::string RecoveryCodes::hash(std::string_view key, UserId user, std::string_view code) const {
    return hmac_sha256_hex("recovery|" + std::string{key}, std::to_string(user.value()) + "|" + upper(code));
}

std::vector<std::string> RecoveryCodes::renew(UserId user, Instant now) {
    std::vector<std::string> shown, hashes;
    for (int i = 0; i < kCodes; ++i) {
        auto const code = to_base32(from_hex(random_hex(kRandomBytes))).substr(0, kRecoveryCodeLength);
        shown.push_back(readable(code));
        hashes.push_back(hash(secret_keys_.at(0), user, code));
    }
    db::Transaction transaction{db_};
    db_.execute("DELETE FROM recovery_codes WHERE user_id = :user", {{"user", user}});
    db_.execute(R"(
        INSERT INTO recovery_codes (user_id, code_hash, created_at)
        SELECT cast(:user AS bigint), code_hash, cast(:now AS timestamptz) FROM unnest(cast(:hashes AS text[])) AS code_hash)",
                {{"user", user}, {"now", now}, {"hashes", db::array_of(hashes)}});
    transaction.commit();
    return shown;
}

bool RecoveryCodes::use(UserId user, std::string_view code, Instant now) {
    std::vector<std::string> hashes;
    for (auto const& key : secret_keys_) hashes.push_back(hash(key, user, code));
    return db_.execute(R"(
        UPDATE recovery_codes SET used_at = :now
         WHERE user_id = :user AND used_at IS NULL AND code_hash = any(cast(:hashes AS text[])))",
                       {{"now", now}, {"user", user}, {"hashes", db::array_of(hashes)}}) == 1;
}

int RecoveryCodes::left(UserId user) {
    return db_.one("SELECT count(*) AS n FROM recovery_codes WHERE user_id = :user AND used_at IS NULL",
                   {{"user", user}}, [](db::Row const& row) { return int(row.integer("n")); });
}

}  // namespace ssr::accounts
