#include "domain/billing/coupon_guesses.h"

#include "base/secure.h"

namespace ssr::billing {

namespace {

// KEYS: the guesses by their instants. ARGV: now, for how long they count, most, the guess, whether it
// exists. A guess of the future was made before the clock was set back, and counts for nothing.
constexpr char const* kJudge = R"lua(
local key, now, length = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', key, '-inf', now - length)
redis.call('ZREMRANGEBYSCORE', key, '(' .. now, '+inf')
if ARGV[5] == '0' and redis.call('ZSCORE', key, ARGV[4]) then return 1 end
if redis.call('ZCARD', key) >= tonumber(ARGV[3]) then return 0 end
if ARGV[5] == '0' then
  redis.call('ZADD', key, now, ARGV[4])
  redis.call('EXPIRE', key, length + 60)
end
return 1
)lua";

cache::Script const& judge_script() {
    static cache::Script const script{kJudge};
    return script;
}

}  // namespace

bool CouponGuesses::may_hear(UserId user, std::string_view code, bool exists) {
    auto const answer = redis_.run(
        judge_script(), {"rate:coupon:" + std::to_string(user.value())},
        {std::to_string(clock_.now().time_since_epoch().count()), std::to_string(kGuessesCountFor.count()),
         std::to_string(kCouponGuesses), sha256_hex(std::string{code}), exists ? "1" : "0"});
    return answer.at(0) == "1";
}

}  // namespace ssr::billing
