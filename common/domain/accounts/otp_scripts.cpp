#include "domain/accounts/otp_scripts.h"

namespace ssr::accounts {

namespace {

/// A count knows the instant of its first use and begins anew when its window is over; a lock knows the
/// instant of its end. Both instants are the caller's clock's. One that lies in the future of that clock (it
/// was set back) counts for nothing.
constexpr char const* kWindows = R"lua(
local function spent(key, window, now)
  local held = redis.call('HMGET', key, 'from', 'n')
  local from = tonumber(held[1])
  if not from or now < from or now - from >= window then return 0, window end
  return tonumber(held[2]), window - (now - from)
end
local function count(key, window, now)
  if spent(key, window, now) > 0 then return redis.call('HINCRBY', key, 'n', 1) end
  redis.call('HSET', key, 'from', now, 'n', 1)
  redis.call('EXPIRE', key, window + 60)
  return 1
end
local function lock(key, length, now)
  redis.call('SET', key, now + length, 'EX', length + 60)
end
local function locked(key, longest, now)
  local over = tonumber(redis.call('GET', key) or '0')
  if over > now and over - now <= longest then return over - now end
  return 0
end
local day = 86400
)lua";

// KEYS: lock, wrong, cool, challenge, latest, then a window each.
// ARGV: now, known, exempt, wrong a day, lock, cool-down, then the challenge, then most, length and word a
// window.
constexpr char const* kClaim = R"lua(
local now, first_window = tonumber(ARGV[1]), 16
local wait = locked(KEYS[1], tonumber(ARGV[5]), now)
if wait > 0 then return {'locked', wait} end
if ARGV[2] == '0' then
  local wrong, rest = spent(KEYS[2], day, now)
  if wrong >= tonumber(ARGV[4]) then return {'wrong', rest} end
end
if ARGV[3] == '0' then
  wait = locked(KEYS[3], tonumber(ARGV[6]), now)
  if wait > 0 then return {'cooling', wait} end
  for i = 6, #KEYS do
    local at = first_window + (i - 6) * 3
    local sent, rest = spent(KEYS[i], tonumber(ARGV[at + 1]), now)
    if sent >= tonumber(ARGV[at]) then return {ARGV[at + 2], rest} end
  end
  lock(KEYS[3], tonumber(ARGV[6]), now)
  for i = 6, #KEYS do count(KEYS[i], tonumber(ARGV[first_window + (i - 6) * 3 + 1]), now) end
end
local last = redis.call('GET', KEYS[5])
if last then
  local key = 'otp:challenge:' .. last
  if redis.call('HGET', key, 'identifier') == ARGV[11] then redis.call('DEL', key) end
end
redis.call('HSET', KEYS[4], 'digest', ARGV[8], 'expires', ARGV[9], 'resend', ARGV[10], 'identifier', ARGV[11],
           'purpose', ARGV[12], 'browser', ARGV[13], 'return_to', ARGV[14])
redis.call('EXPIRE', KEYS[4], ARGV[15])
redis.call('SET', KEYS[5], ARGV[7], 'EX', ARGV[15])
return {'sent', 0}
)lua";

// KEYS: challenge, tries, lock, wrong. ARGV: now, known, most tries, lock, wrong a day, then the right
// digests. The digest alone is dropped at the lock, so that the page still knows for whom it is locked.
constexpr char const* kJudge = R"lua(
local now = tonumber(ARGV[1])
local wait = locked(KEYS[3], tonumber(ARGV[4]), now)
if wait > 0 then return {'locked', 0, wait} end
local held = redis.call('HMGET', KEYS[1], 'digest', 'expires')
if not held[1] or now >= tonumber(held[2]) then return {'expired'} end
local wrong, rest = spent(KEYS[4], day, now)
if ARGV[2] == '0' and wrong >= tonumber(ARGV[5]) then return {'too_many_wrong', 0, rest} end
for i = 6, #ARGV do
  if held[1] == ARGV[i] then
    redis.call('DEL', KEYS[1], KEYS[2])
    return {'right'}
  end
end
count(KEYS[4], day, now)
local tries = count(KEYS[2], day, now)
if tries < tonumber(ARGV[3]) then return {'wrong', tonumber(ARGV[3]) - tries, 0} end
redis.call('HDEL', KEYS[1], 'digest')
redis.call('DEL', KEYS[2])
lock(KEYS[3], tonumber(ARGV[4]), now)
return {'just_locked', 0, tonumber(ARGV[4])}
)lua";

constexpr char const* kFacts = R"lua(
local held = redis.call('HMGET', KEYS[1], 'identifier', 'purpose', 'browser', 'expires', 'resend', 'return_to')
if not held[1] then return {''} end
return held
)lua";

constexpr char const* kLock = "return locked(KEYS[1], tonumber(ARGV[2]), tonumber(ARGV[1]))";

// KEYS: tries, lock. ARGV: now, most tries, window and lock, is the guess right.
constexpr char const* kGuess = R"lua(
local now, most, length = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local wait = locked(KEYS[2], length, now)
if wait > 0 then return {0, wait} end
if ARGV[4] == '1' then
  redis.call('DEL', KEYS[1])
  return {most, 0}
end
local tries = count(KEYS[1], length, now)
if tries < most then return {most - tries, 0} end
redis.call('DEL', KEYS[1])
lock(KEYS[2], length, now)
return {0, length}
)lua";

cache::Script with_windows(char const* body) { return cache::Script{std::string{kWindows} + body}; }

}  // namespace

cache::Script const& claim_script() {
    static cache::Script const script = with_windows(kClaim);
    return script;
}

cache::Script const& judge_script() {
    static cache::Script const script = with_windows(kJudge);
    return script;
}

cache::Script const& facts_script() {
    static cache::Script const script{kFacts};
    return script;
}

cache::Script const& lock_script() {
    static cache::Script const script = with_windows(kLock);
    return script;
}

cache::Script const& guess_script() {
    static cache::Script const script = with_windows(kGuess);
    return script;
}

}  // namespace ssr::accounts
