#include "domain/privacy/departures.h"

#include <algorithm>

#include "base/secure.h"
#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/jobs/queue.h"

namespace ssr::privacy {

namespace {

constexpr std::chrono::seconds kWarning = std::chrono::hours{48};

Departure to_departure(db::Row const& row) {
    return {row.public_id<PublicDeletionId>("public_id"), row.id<UserId>("user_id"),
            row.instant("requested_at"), row.instant("due_at")};
}

std::string signature_of(std::string const& key, PublicDeletionId const& id) {
    return hmac_sha256_hex("account-deletion|" + key, id.text());
}

// Nothing where one is pending already.
std::optional<Departure> insert(db::Session& db, UserId user, Instant now) {
    return db.maybe_one(
        R"(
        INSERT INTO account_deletions (public_id, user_id, status, requested_at, due_at)
        VALUES (:id, :user, 'pending', :now, :due)
        ON CONFLICT (user_id) WHERE status = 'pending' DO NOTHING
        RETURNING public_id, user_id, requested_at, due_at)",
        {{"id", PublicDeletionId::fresh()}, {"user", user}, {"now", now}, {"due", now + kCoolOff}},
        to_departure);
}

}  // namespace

Departures::Departures(db::Session& db, Clock const& clock, accounts::Sessions& sessions,
                       std::vector<std::string> secret_keys, std::string public_url)
    : db_{db},
      clock_{clock},
      sessions_{sessions},
      secret_keys_{std::move(secret_keys)},
      public_url_{std::move(public_url)},
      outbox_{db, clock, secret_keys_.at(0)} {}

Result<Departure, DepartureRefused> Departures::ask(accounts::Session const& who,
                                                    std::string const& ip_address) {
    if (who.role != accounts::Role::user) return Err{DepartureRefused::is_staff};
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    auto const wish = insert(db_, who.user, now);
    if (!wish) return *pending(who.user);
    Json const payload = Json::Object{{"deletion", wish->id.text()}};
    jobs::Queue queue{db_, clock_};
    queue.enqueue({.kind = "account.warn_of_erasure",
                   .payload = payload,
                   .dedupe_key = "account.warn_of_erasure:" + wish->id.text(),
                   .run_at = wish->due_at - kWarning});
    queue.enqueue({.kind = "account.erase",
                   .payload = payload,
                   .dedupe_key = "account.erase:" + wish->id.text(),
                   .run_at = wish->due_at});
    // Nothing more is charged to him by itself, also in the days in which he may stay.
    queue.enqueue({.kind = "mandates.end_orphans",
                   .payload = Json::Object{},
                   .dedupe_key = "mandates.end_orphans:" + wish->id.text()});
    tell_of_wish(who, *wish);
    audit::AuditLog{db_}.record({.user = who.user,
                                 .action = "account.deletion_asked",
                                 .model_name = "users",
                                 .object_id = who.public_user.text(),
                                 .changes = Json::Object{{"due_at", to_iso(wish->due_at)}},
                                 .ip_address = ip_address},
                                now);
    sessions_.end_all(who.user, "account_deletion_asked");
    transaction.commit();
    return *wish;
}

// Every contact is told: whoever holds one of them alone must not delete in silence.
void Departures::tell_of_wish(accounts::Session const& who, Departure const& departure) {
    auto const day = display_date(departure.due_at);
    if (!who.email.empty())
        outbox_.send(
            {.event_key = "account_deletion:" + departure.id.text() + ":email",
             .kind = "account_deletion",
             .channel = Channel::email,
             .to = who.email,
             .subject = "Your account will be deleted on " + day,
             .text = "SSR Estimation\n\nYou asked us to delete your account. It will be deleted on " + day +
                     ", and you are signed out everywhere.\n\nIf you want to keep it, open this link before "
                     "that day:\n\n" +
                     link_for(departure.id) +
                     "\n\nOr sign in and choose \"Keep my account\". If you did not ask for this, keep the "
                     "account and write to support.\n",
             .user = who.user});
    if (!who.phone.empty())
        outbox_.send({.event_key = "account_deletion:" + departure.id.text() + ":sms",
                      .kind = "account_deletion",
                      .channel = Channel::sms,
                      .to = who.phone,
                      .text = "SSR Estimation: your account will be deleted on " + day +
                              ", as you asked. To keep it, sign in before that day.",
                      .user = who.user});
}

std::optional<Departure> Departures::pending(UserId user) {
    return db_.maybe_one(
        "SELECT public_id, user_id, requested_at, due_at FROM account_deletions WHERE user_id = :user AND "
        "status = 'pending'",
        {{"user", user}}, to_departure);
}

bool Departures::cancel(UserId user, std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    auto const account = db_.maybe_one(R"(
        UPDATE account_deletions d SET status = 'cancelled', ended_at = :now
          FROM users u WHERE u.id = d.user_id AND d.user_id = :user AND d.status = 'pending'
     RETURNING u.public_id)",
                                       {{"now", now}, {"user", user}},
                                       [](db::Row const& row) { return row.text("public_id"); });
    if (!account) return false;
    audit::AuditLog{db_}.record({.user = user,
                                 .action = "account.deletion_cancelled",
                                 .model_name = "users",
                                 .object_id = *account,
                                 .changes = {},
                                 .ip_address = ip_address},
                                now);
    transaction.commit();
    return true;
}

std::optional<Departure> Departures::find_by_link(PublicDeletionId const& id, std::string_view signature) {
    bool const is_ours = std::ranges::any_of(secret_keys_, [&](std::string const& key) {
        return equal_in_constant_time(signature_of(key, id), signature);
    });
    if (!is_ours) return std::nullopt;
    return db_.maybe_one(
        "SELECT public_id, user_id, requested_at, due_at FROM account_deletions WHERE public_id = :id AND "
        "status = 'pending'",
        {{"id", id}}, to_departure);
}

std::string Departures::link_for(PublicDeletionId const& id) const {
    return public_url_ + "/settings/keep-account/" + id.text() +
           "/?signature=" + signature_of(secret_keys_.at(0), id);
}

}  // namespace ssr::privacy
