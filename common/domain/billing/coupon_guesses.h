#pragma once

#include <string_view>

#include "base/clock.h"
#include "cache/redis.h"
#include "values/ids.h"

namespace ssr::billing {

/// How many codes that do not exist a person may try within any hour.
inline constexpr int kCouponGuesses = 10;
inline constexpr std::chrono::seconds kGuessesCountFor = std::chrono::hours{1};

/// Keeps people from trying codes until one fits. Each counts for himself alone, and a code counts once,
/// however often a page asks its price.
class CouponGuesses {
public:
    CouponGuesses(cache::Redis& redis, Clock const& clock) : redis_{redis}, clock_{clock} {}

    /// Notes a code that does not exist. Whether the person may hear what there is about this code: after too
    /// many guesses he hears nothing new for a while, not even of a right one.
    bool may_hear(UserId user, std::string_view code, bool exists);

private:
    cache::Redis& redis_;
    Clock const& clock_;
};

}  // namespace ssr::billing
