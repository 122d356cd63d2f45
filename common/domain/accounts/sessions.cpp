#include "domain/accounts/sessions.h"

#include "base/secure.h"
#include "domain/accounts/known_browser.h"
#include "domain/accounts/session_copy.h"

namespace ssr::accounts {

namespace {

constexpr int kCookieBytes = 32;
constexpr std::size_t kLongestAgent = 400;
/// Longer than any request lives: a reader who began before the end of a session finds this mark.
constexpr std::chrono::seconds kMarkLives{60};

std::string redis_key(std::string const& hash) { return "session:" + hash; }

// Puts a copy only where what stands there is what we saw, so that the end of a session is never undone.
cache::Script const& put_if_unchanged() {
    static cache::Script const script{
        "local held = redis.call('GET', KEYS[1]) "
        "if (held or '') ~= ARGV[1] then return 0 end "
        "redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3]) return 1"};
    return script;
}

std::string printable(std::string_view text) {
    std::string plain;
    for (char c : text.substr(0, kLongestAgent))
        if (c >= ' ' && c <= '~') plain += c;
    return plain;
}

}  // namespace

std::string Sessions::start(UserId user, Device const& device) {
    auto const cookie = random_hex(kCookieBytes);
    auto const now = clock_.now();
    db_.execute(
        R"(
        INSERT INTO user_sessions (public_id, user_id, session_key, ip_address, user_agent, device_type, browser_key,
                                   created_at, last_activity, expires_at)
        VALUES (:public_id, :user, :key, :ip_address, :user_agent, :device_type, :browser, :now, :now, :ends))",
        {{"public_id", PublicSessionId::fresh()},
         {"user", user},
         {"key", sha256_hex(cookie)},
         {"ip_address", device.ip_address},
         {"user_agent", printable(device.user_agent)},
         {"device_type", device_name(device.user_agent).type},
         {"browser", device.browser.empty() ? db::Param{nullptr} : db::Param{hash_of_known(device.browser)}},
         {"now", now},
         {"ends", now + limits_.absolute}});
    return cookie;
}

std::optional<Session> Sessions::resume(std::string_view cookie) {
    if (cookie.size() != 2 * kCookieBytes) return std::nullopt;
    auto const hash = sha256_hex(cookie);
    auto const held = redis_.get(redis_key(hash));
    if (held == kEnded) return std::nullopt;
    auto copy = held ? read_copy(*held) : std::nullopt;
    bool const is_from_redis = copy.has_value();
    if (!copy) copy = rebuilt(hash);
    if (!copy || is_over(*copy)) return std::nullopt;
    bool const is_due = clock_.now() - copy->touched_at >= limits_.touch_every;
    auto const before = held.value_or(std::string{});
    if (is_due)
        touch(hash, before, *copy);
    else if (!is_from_redis && before != kChanged)
        redis_.run(put_if_unchanged(), {redis_key(hash)},
                   {before, written(*copy), std::to_string(limits_.idle.count())});
    copy->session.expires_at = std::min(copy->session.expires_at, copy->touched_at + limits_.idle);
    return std::move(copy->session);
}

bool Sessions::is_over(SessionCopy const& copy) const {
    auto const now = clock_.now();
    return now >= copy.session.expires_at || now - copy.touched_at >= limits_.idle;
}

std::optional<SessionCopy> Sessions::rebuilt(std::string const& hash) {
    static std::string const sql = "SELECT " + std::string{kSessionColumns} + R"(
          FROM user_sessions s JOIN users u ON u.id = s.user_id
          LEFT JOIN memberships m ON m.user_id = u.id AND m.organization_id = u.organization_id
          JOIN organizations o ON o.id = coalesce(m.organization_id,
                                                  (SELECT id FROM organizations WHERE owner_id = u.id AND is_personal))
         WHERE s.session_key = :key AND s.is_active AND u.is_active)";
    return db_.maybe_one(sql, {{"key", hash}}, to_copy);
}

void Sessions::touch(std::string const& hash, std::string const& held, SessionCopy& copy) {
    copy.touched_at = clock_.now();
    auto const touched =
        db_.execute("UPDATE user_sessions SET last_activity = :now WHERE session_key = :key AND is_active",
                    {{"now", copy.touched_at}, {"key", hash}});
    if (touched == 1 && held != kChanged)
        redis_.run(put_if_unchanged(), {redis_key(hash)},
                   {held, written(copy), std::to_string(limits_.idle.count())});
}

std::string Sessions::raise_to_staff(std::string_view cookie) {
    auto const fresh = random_hex(kCookieBytes);
    auto const hash = sha256_hex(cookie);
    auto const raised = db_.execute(R"(
        UPDATE user_sessions SET session_key = :fresh, level = 'staff', last_activity = :now, confirmed_at = :now
         WHERE session_key = :key AND is_active)",
                                    {{"fresh", sha256_hex(fresh)}, {"now", clock_.now()}, {"key", hash}});
    if (raised != 1) throw std::logic_error{"no live session to raise"};
    redis_.set(redis_key(hash), kEnded, kMarkLives);
    return fresh;
}

void Sessions::end(std::string_view cookie, std::string_view reason) {
    auto const hash = sha256_hex(cookie);
    db_.execute(R"(
        UPDATE user_sessions SET is_active = false, ended_at = :now, ended_reason = :reason
         WHERE session_key = :key AND is_active)",
                {{"now", clock_.now()}, {"reason", reason}, {"key", hash}});
    redis_.set(redis_key(hash), kEnded, kMarkLives);
}

bool Sessions::end_one(UserId user, PublicSessionId const& session, std::string_view reason) {
    auto const hash =
        db_.maybe_one(R"(
        UPDATE user_sessions SET is_active = false, ended_at = :now, ended_reason = :reason
         WHERE public_id = :session AND user_id = :user AND is_active
     RETURNING session_key)",
                      {{"now", clock_.now()}, {"reason", reason}, {"session", session}, {"user", user}},
                      [](db::Row const& row) { return row.text("session_key"); });
    if (hash) redis_.set(redis_key(*hash), kEnded, kMarkLives);
    return hash.has_value();
}

int Sessions::end_all(UserId user, std::string_view reason, std::optional<SessionId> but) {
    auto const hashes = db_.list(
        R"(
        UPDATE user_sessions SET is_active = false, ended_at = :now, ended_reason = :reason
         WHERE user_id = :user AND is_active AND id <> :but
     RETURNING session_key)",
        {{"now", clock_.now()}, {"reason", reason}, {"user", user}, {"but", but.value_or(SessionId{0})}},
        [](db::Row const& row) { return row.text("session_key"); });
    for (auto const& hash : hashes) redis_.set(redis_key(hash), kEnded, kMarkLives);
    return int(hashes.size());
}

void Sessions::refresh(UserId user) {
    auto const hashes =
        db_.list("SELECT session_key FROM user_sessions WHERE user_id = :user AND is_active",
                 {{"user", user}}, [](db::Row const& row) { return row.text("session_key"); });
    for (auto const& hash : hashes) redis_.set(redis_key(hash), kChanged, kMarkLives);
}

std::vector<SessionLine> Sessions::list(UserId user) {
    return db_.list(R"(
        SELECT id, public_id, user_agent, host(ip_address) AS ip_address, created_at, last_activity
          FROM user_sessions
         WHERE user_id = :user AND is_active AND expires_at > :now AND last_activity > :idle_since
      ORDER BY last_activity DESC, id DESC)",
                    {{"user", user}, {"now", clock_.now()}, {"idle_since", clock_.now() - limits_.idle}},
                    [](db::Row const& row) {
                        return SessionLine{
                            row.id<SessionId>("id"),         row.public_id<PublicSessionId>("public_id"),
                            row.text_or_empty("user_agent"), row.text_or_empty("ip_address"),
                            row.instant("created_at"),       row.instant("last_activity")};
                    });
}

std::optional<UserId> Sessions::owner(std::string_view cookie) {
    return db_.maybe_one("SELECT user_id FROM user_sessions WHERE session_key = :key",
                         {{"key", sha256_hex(cookie)}},
                         [](db::Row const& row) { return row.id<UserId>("user_id"); });
}

bool Sessions::knows(UserId user, std::string_view browser) {
    if (browser.empty()) return false;
    return db_.one(
        "SELECT EXISTS (SELECT FROM user_sessions WHERE user_id = :user AND browser_key = :browser) AS yes",
        {{"user", user}, {"browser", hash_of_known(browser)}},
        [](db::Row const& row) { return row.flag("yes"); });
}

}  // namespace ssr::accounts
