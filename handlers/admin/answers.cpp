#include "admin/answers.h"

#include "base/secure.h"
#include "base/text.h"

namespace ssr::admin {

namespace {

constexpr std::size_t kLongestKey = 200;  // bytes of what is kept as it came

}  // namespace

web::Refusal not_valid(web::FieldErrors errors) {
    return {.status = web::Status::unprocessable,
            .code = "not_valid",
            .title = "Some details are missing or wrong",
            .detail = errors.empty() ? "Check what was sent." : errors.begin()->second,
            .errors = std::move(errors)};
}

std::string key_of(guard::SignedIn const& who, std::string const& of_form) {
    auto const header = who.request->header("idempotency-key");
    auto const key = header.empty() ? of_form : std::string{header};
    return key.size() <= kLongestKey && is_utf8(key) ? key : sha256_hex(key);
}

}  // namespace ssr::admin
