#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// Decimal digits from the system's random source, without modulo bias.
std::string random_digits(int count);
/// `bytes` random bytes as lower-case hex.
std::string random_hex(int bytes);
std::string new_uuid_v7(std::int64_t unix_milliseconds);

std::string hmac_sha256_hex(std::string_view key, std::string_view message);
std::string hmac_sha1(std::string_view key, std::string_view message);  // raw bytes; for TOTP only
std::string sha256_hex(std::string_view message);
/// The same of a message that comes piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 const&) = delete;
    Sha256& operator=(Sha256 const&) = delete;
    void take(std::string_view piece);
    std::string hex();  // after the last one

private:
    struct State;
    std::unique_ptr<State> state_;
};
std::string sha1_hex(std::string_view message);  // where a protocol asks for it, never for secrets
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// AES-256-GCM under a key derived from `secret` for `purpose`; text form, random nonce.
std::string seal(std::string_view secret, std::string_view purpose, std::string_view plain);
/// Nothing if it was not sealed so, or was altered.
std::optional<std::string> unseal(std::string_view secret, std::string_view purpose, std::string_view sealed);

}  // namespace ssr
