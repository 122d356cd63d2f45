#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "cache/redis.h"
#include "values/ids.h"
#include "web/http.h"

namespace ssr::guard {

/// A form that waits for its sender. Files are not kept.
struct UnsentForm {
    std::string page;    // the address on which it stands
    std::string action;  // the path to which it goes
    web::Unsent why = web::Unsent::signed_out;
    web::Fields typed;
    bool had_files = false;
};

/// Keeps one form for a person, for an hour, in Redis. It is sealed with a key of which half is in a cookie
/// of the browser that sent it: neither another person in that browser nor that person in another one gets
/// it.
class UnsentForms {
public:
    UnsentForms(cache::Redis& redis, Clock const& clock, std::string secret_key)
        : redis_{redis}, clock_{clock}, secret_key_{std::move(secret_key)} {}

    /// Returns the cookie's value; nothing where the form is larger than we keep.
    std::optional<std::string> keep(UserId user, UnsentForm const& form);
    std::optional<UnsentForm> find(UserId user, std::string_view cookie);
    void forget(UserId user);

private:
    std::string purpose(std::string_view cookie) const { return "unsent-form|" + std::string{cookie}; }
    cache::Redis& redis_;
    Clock const& clock_;
    std::string secret_key_;
};

inline constexpr std::chrono::seconds kFormIsKept = std::chrono::hours{1};

}  // namespace ssr::guard
