#include "domain/accounts/otp_mirror.h"

#include "base/secure.h"
#include "domain/accounts/known_browser.h"

namespace ssr::accounts {

namespace {

using std::chrono::seconds;

constexpr seconds kHour = std::chrono::hours{1};
constexpr seconds kDay = std::chrono::hours{24};

// Counts one code more, in windows that begin with their first code, and says what stood there before.
constexpr std::string_view kCount = R"(
    WITH held AS (
        SELECT identifier_hash AS name, last_request_at, locked_until
          FROM otp_rate_limits WHERE identifier_hash IN (:name, :lock)
    ), counted AS (
        INSERT INTO otp_rate_limits AS r (identifier_hash, masked, hourly_count, hour_started_at, daily_count,
                                          day_started_at, sms_today, last_request_at)
        VALUES (:name, :masked, :step, :now, :step, :now, :sms, :now)
        ON CONFLICT (identifier_hash) DO UPDATE SET
            (hourly_count, hour_started_at) = (
                SELECT excluded.hourly_count + CASE WHEN is_same THEN r.hourly_count ELSE 0 END,
                       CASE WHEN is_same THEN r.hour_started_at ELSE excluded.hour_started_at END
                  FROM (SELECT excluded.hour_started_at - r.hour_started_at BETWEEN '0' AND '3599 seconds' AS is_same) AS hour),
            (daily_count, sms_today, wrong_today, day_started_at) = (
                SELECT excluded.daily_count + CASE WHEN is_same THEN r.daily_count ELSE 0 END,
                       excluded.sms_today + CASE WHEN is_same THEN r.sms_today ELSE 0 END,
                       CASE WHEN is_same THEN r.wrong_today ELSE 0 END,
                       CASE WHEN is_same THEN r.day_started_at ELSE excluded.day_started_at END
                  FROM (SELECT excluded.day_started_at - r.day_started_at BETWEEN '0' AND '86399 seconds' AS is_same) AS day),
            last_request_at = excluded.last_request_at
        RETURNING hourly_count, hour_started_at, daily_count, sms_today, day_started_at
    )
    SELECT *, (SELECT last_request_at FROM held WHERE name = :name) AS last_sent,
           (SELECT locked_until FROM held WHERE name = :name) AS locked_everywhere,
           (SELECT locked_until FROM held WHERE name = :lock) AS locked_here
      FROM counted)";

struct Counts {
    std::int64_t this_hour, today, sms_today;
    Instant hour_began, day_began;
    std::optional<Instant> last_sent, locked_here, locked_everywhere;
};

Counts to_counts(db::Row const& row) {
    return {.this_hour = row.integer("hourly_count"),
            .today = row.integer("daily_count"),
            .sms_today = row.integer("sms_today"),
            .hour_began = row.instant("hour_started_at"),
            .day_began = row.instant("day_started_at"),
            .last_sent = row.maybe_instant("last_sent"),
            .locked_here = row.maybe_instant("locked_here"),
            .locked_everywhere = row.maybe_instant("locked_everywhere")};
}

// A lock longer than any that we make was made before the clock was set back (in development).
seconds left_of(std::optional<Instant> const& until, seconds longest, Instant now) {
    return until && *until > now && *until - now <= longest ? *until - now : seconds{0};
}

}  // namespace

std::string limits_name(std::string_view secret_key, std::string_view identifier) {
    return hmac_sha256_hex("otp-limits|" + std::string{secret_key}, identifier);
}

std::string OtpMirror::name_of(LoginId const& to) const { return limits_name(secret_key_, to.text()); }

std::string OtpMirror::lock_of(HeldChallenge const& held) const {
    return hmac_sha256_hex("otp-limits|" + secret_key_, held.browser + "|" + held.challenge.to.text());
}

Result<Done, OtpRefused> OtpMirror::count(HeldChallenge const& held, bool is_exempt, bool is_known,
                                          Instant now) {
    using enum OtpRefused::Why;
    auto const& to = held.challenge.to;
    bool const is_sms = to.channel() == Channel::sms;
    auto const counts = db_.one(kCount,
                                {{"name", name_of(to)},
                                 {"lock", lock_of(held)},
                                 {"masked", to.masked()},
                                 {"step", is_exempt ? 0 : 1},
                                 {"sms", is_sms && !is_exempt ? 1 : 0},
                                 {"now", now}},
                                to_counts);
    if (auto const wait = left_of(counts.locked_here, limits_.lock, now); wait.count() > 0)
        return Err{OtpRefused{locked, wait}};
    if (auto const wait = left_of(counts.locked_everywhere, kDay, now); wait.count() > 0 && !is_known)
        return Err{OtpRefused{too_many_wrong, wait}};
    if (is_exempt) return Done{};
    if (counts.last_sent && *counts.last_sent <= now && now - *counts.last_sent < limits_.cool_down)
        return Err{OtpRefused{cooling_down, *counts.last_sent + limits_.cool_down - now}};
    if (counts.today > limits_.per_day || counts.sms_today > limits_.sms_per_day)
        return Err{OtpRefused{too_many_codes, counts.day_began + kDay - now}};
    if (counts.this_hour > limits_.per_hour)
        return Err{OtpRefused{too_many_codes, counts.hour_began + kHour - now}};
    return Done{};
}

void OtpMirror::note_wrong(HeldChallenge const& held, Instant now) {
    db_.execute(
        R"(
        UPDATE otp_rate_limits
           SET wrong_today = wrong_today + 1,
               locked_until = CASE WHEN wrong_today + 1 >= :most THEN day_started_at + interval '24 hours'
                                   ELSE locked_until END
         WHERE identifier_hash = :name AND day_started_at > :day_ago)",
        {{"name", name_of(held.challenge.to)}, {"most", limits_.wrong_codes_a_day}, {"day_ago", now - kDay}});
}

void OtpMirror::lock(HeldChallenge const& held, Instant until, Instant now) {
    db_.execute(
        R"(
        INSERT INTO otp_rate_limits (identifier_hash, masked, hour_started_at, day_started_at, last_request_at,
                                     locked_until)
        VALUES (:name, :masked, :now, :now, :now, :until)
        ON CONFLICT (identifier_hash) DO UPDATE SET locked_until = excluded.locked_until)",
        {{"name", lock_of(held)}, {"masked", held.challenge.to.masked()}, {"now", now}, {"until", until}});
}

std::vector<std::pair<std::string, UserId>> OtpMirror::who_is_told() {
    return db_.list(R"(
        SELECT id, email FROM users
         WHERE role IN ('admin', 'superadmin') AND is_active AND email IS NOT NULL)",
                    {}, [](db::Row const& row) {
                        return std::pair{row.text("email"), row.id<UserId>("id")};
                    });
}

bool OtpMirror::is_known(LoginId const& to, std::string_view known_browser) {
    if (known_browser.empty()) return false;
    return db_.one(R"(
        SELECT EXISTS (SELECT FROM user_sessions s JOIN users u ON u.id = s.user_id
                        WHERE s.browser_key = :browser AND (u.phone = :identifier OR u.email = :identifier)) AS yes)",
                   {{"browser", hash_of_known(known_browser)}, {"identifier", to.text()}},
                   [](db::Row const& row) { return row.flag("yes"); });
}

}  // namespace ssr::accounts
