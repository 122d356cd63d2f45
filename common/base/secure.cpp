#include "base/secure.h"

#include <stdexcept>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include "base/text.h"

namespace ssr {

namespace {

constexpr int kNonce = 12, kTag = 16;

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string random_bytes(int count) {
    std::string bytes(std::size_t(count), '\0');
    if (RAND_bytes(bytes_of(bytes), count) != 1) throw std::runtime_error{"no randomness"};
    return bytes;
}

std::string hmac(EVP_MD const* digest, std::string_view key, std::string_view message) {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    HMAC(digest, key.data(), int(key.size()), bytes_of(message), message.size(), bytes_of(out), &size);
    out.resize(size);
    return out;
}

std::string digest(EVP_MD const* kind, std::string_view message) {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    EVP_Digest(message.data(), message.size(), bytes_of(out), &size, kind, nullptr);
    out.resize(size);
    return out;
}

std::string sealing_key(std::string_view secret, std::string_view purpose) {
    return hmac(EVP_sha256(), secret, "seal|" + std::string{purpose});
}

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* cipher) const { EVP_CIPHER_CTX_free(cipher); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

}  // namespace

std::string random_digits(int count) {
    std::string digits;
    while (int(digits.size()) < count) {
        auto const byte = static_cast<unsigned char>(random_bytes(1)[0]);
        if (byte < 250)
            digits += static_cast<char>('0' + byte % 10);  // 250 is the last multiple of ten: no bias
    }
    return digits;
}

std::string random_hex(int bytes) { return to_hex(random_bytes(bytes)); }

std::string new_uuid_v7(std::int64_t unix_milliseconds) {
    auto bytes = random_bytes(16);
    for (int i = 0; i < 6; ++i) bytes[i] = static_cast<char>(unix_milliseconds >> (40 - 8 * i) & 0xFF);
    bytes[6] = static_cast<char>(0x70 | (bytes[6] & 0x0F));
    bytes[8] = static_cast<char>(0x80 | (bytes[8] & 0x3F));
    auto hex = to_hex(bytes);
    for (int at : {20, 16, 12, 8}) hex.insert(std::size_t(at), "-");
    return hex;
}

std::string hmac_sha256_hex(std::string_view key, std::string_view message) {
    return to_hex(hmac(EVP_sha256(), key, message));
}

std::string hmac_sha1(std::string_view key, std::string_view message) {
    return hmac(EVP_sha1(), key, message);
}

std::string sha256_hex(std::string_view message) { return to_hex(digest(EVP_sha256(), message)); }

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> digest{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256::Sha256() : state_{std::make_unique<State>()} {
    EVP_DigestInit_ex(state_->digest.get(), EVP_sha256(), nullptr);
}
Sha256::~Sha256() = default;

void Sha256::take(std::string_view piece) {
    EVP_DigestUpdate(state_->digest.get(), piece.data(), piece.size());
}

std::string Sha256::hex() {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    EVP_DigestFinal_ex(state_->digest.get(), bytes_of(out), &size);
    return to_hex(std::string_view{out}.substr(0, size));
}

std::string sha1_hex(std::string_view message) { return to_hex(digest(EVP_sha1(), message)); }

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string seal(std::string_view secret, std::string_view purpose, std::string_view plain) {
    auto const key = sealing_key(secret, purpose);
    auto const nonce = random_bytes(kNonce);
    std::string sealed(plain.size(), '\0'), tag(kTag, '\0');
    Cipher const cipher{EVP_CIPHER_CTX_new()};
    int size = 0;
    if (EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes_of(key), bytes_of(nonce)) != 1 ||
        EVP_EncryptUpdate(cipher.get(), bytes_of(sealed), &size, bytes_of(plain), int(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(cipher.get(), bytes_of(sealed) + size, &size) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTag, tag.data()) != 1)
        throw std::runtime_error{"cannot seal"};
    return to_hex(nonce + tag + sealed);
}

std::optional<std::string> unseal(std::string_view secret, std::string_view purpose, std::string_view text) {
    auto bytes = from_hex(text);
    if (bytes.size() < kNonce + kTag) return std::nullopt;
    auto const key = sealing_key(secret, purpose);
    auto const nonce = bytes.substr(0, kNonce);
    auto tag = bytes.substr(kNonce, kTag);
    auto const sealed = bytes.substr(kNonce + kTag);
    std::string plain(sealed.size(), '\0');
    Cipher const cipher{EVP_CIPHER_CTX_new()};
    int size = 0;
    if (EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes_of(key), bytes_of(nonce)) != 1 ||
        EVP_DecryptUpdate(cipher.get(), bytes_of(plain), &size, bytes_of(sealed), int(sealed.size())) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()) != 1 ||
        EVP_DecryptFinal_ex(cipher.get(), bytes_of(plain) + size, &size) != 1)
        return std::nullopt;
    return plain;
}

}  // namespace ssr
