#include "guard/repeated.h"

#include "base/secure.h"
#include "base/text.h"

namespace ssr::guard {

std::string key_of(SignedIn const& who, std::string const& of_form) {
    constexpr std::size_t kLongestKey = 200;
    auto const header = who.request->header("idempotency-key");
    auto const key = header.empty() ? of_form : std::string{header};
    return key.size() <= kLongestKey && is_utf8(key) ? key : sha256_hex(key);
}

}  // namespace ssr::guard
