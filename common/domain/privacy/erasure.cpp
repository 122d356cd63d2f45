#include "domain/privacy/erasure.h"

#include <algorithm>
#include <iterator>

#include "base/secure.h"
#include "db/transaction.h"
#include "domain/accounts/barred.h"
#include "domain/accounts/otp_mirror.h"
#include "domain/audit/audit_log.h"
#include "domain/jobs/queue.h"
#include "domain/messages/outbox.h"
#include "domain/privacy/erasure_steps.h"
#include "domain/privacy/forgotten_blob.h"
#include "domain/privacy/tombstones.h"
#include "log/log.h"
#include "values/financial_year.h"

namespace ssr::privacy {

namespace {

constexpr int kYearsOfPapers = 8;
/// While a carrier is away, its messages wait; so does the erasure of their addresses: two days of hourly
/// looks.
constexpr int kLooks = 60;

constexpr std::string_view kLeaving = R"(
    SELECT u.id, u.public_id, u.phone, u.email, NOT u.is_active AS is_banned FROM users u)";

Leaving to_leaving(db::Row const& row) {
    return {.user = row.id<UserId>("id"),
            .account = row.public_id<PublicUserId>("public_id"),
            .phone = row.text_or_empty("phone"),
            .email = row.text_or_empty("email"),
            .is_banned = row.flag("is_banned")};
}

// The rows of both are locked, so that taking the wish back and carrying it out cannot both happen.
std::optional<Leaving> lock_due(db::Session& db, std::string const& deletion, Instant now) {
    static std::string const sql = std::string{kLeaving} + R"(
          JOIN account_deletions d ON d.user_id = u.id
         WHERE d.public_id = :deletion AND d.status = 'pending' AND d.due_at <= :now FOR UPDATE OF u, d)";
    return db.maybe_one(sql, {{"deletion", deletion}, {"now", now}}, to_leaving);
}

std::vector<std::int64_t> blobs_of(db::Session& db, UserId user) {
    return db.list(R"(
        SELECT avatar_blob_id AS id FROM users WHERE id = :user AND avatar_blob_id IS NOT NULL
        UNION SELECT blob_id FROM data_exports WHERE user_id = :user AND blob_id IS NOT NULL
        UNION SELECT a.blob_id FROM attachments a JOIN ticket_messages m ON m.id = a.ticket_message_id
                JOIN support_tickets t ON t.id = m.ticket_id WHERE t.user_id = :user
        UNION SELECT b FROM organizations o JOIN document_templates d ON d.organization_id = o.id,
                unnest(ARRAY[d.blob_id, d.previous_blob_id]) b WHERE o.owner_id = :user AND b IS NOT NULL)",
                   {{"user", user}}, [](db::Row const& row) { return row.integer("id"); });
}

// Numbers and addresses that are his or were: a change of contact is told to the old one too. One that is
// another person's now is no longer his.
std::vector<std::string> identifiers_of(db::Session& db, UserId user) {
    return db.list(R"(
        SELECT unnest(ARRAY[phone, email]) AS identifier FROM users WHERE id = :user
        UNION SELECT recipient FROM outbox_messages o
               WHERE user_id = :user
                 AND NOT EXISTS (SELECT FROM users u WHERE u.id <> :user AND o.recipient IN (u.phone, u.email)))",
                   {{"user", user}}, [](db::Row const& row) { return row.text_or_empty("identifier"); });
}

std::int64_t run(db::Session& db, ErasureStep const& step, UserId user,
                 std::vector<std::string> const& identifiers, Instant now) {
    if (step.sql.find(":identifiers") != std::string::npos)
        return db.execute(step.sql, {{"user", user}, {"identifiers", db::array_of(identifiers)}});
    if (step.sql.find(":now") != std::string::npos)
        return db.execute(step.sql, {{"user", user}, {"now", now}});
    return db.execute(step.sql, {{"user", user}});
}

struct KeptPapers {
    std::int64_t invoices, credit_notes, payments;
    std::optional<Instant> newest;
};

KeptPapers papers_of(db::Session& db, UserId user) {
    return db.one(R"(
        SELECT (SELECT count(*) FROM invoices WHERE user_id = :user) AS invoices,
               (SELECT count(*) FROM credit_notes c JOIN invoices i ON i.id = c.invoice_id WHERE i.user_id = :user) AS credit_notes,
               (SELECT count(*) FROM payments WHERE user_id = :user AND (captured_at IS NOT NULL OR billing_name <> '(erased)')) AS payments,
               (SELECT max(created_at) FROM payments WHERE user_id = :user AND (captured_at IS NOT NULL OR billing_name <> '(erased)')) AS newest)",
                  {{"user", user}}, [](db::Row const& row) {
                      return KeptPapers{row.integer("invoices"), row.integer("credit_notes"),
                                        row.integer("payments"), row.maybe_instant("newest")};
                  });
}

// "2035-03-31": eight years after the financial year of the newest paper (Companies Act; the GST Act asks for
// less).
std::optional<std::string> kept_until(KeptPapers const& papers) {
    if (!papers.newest) return std::nullopt;
    return std::to_string(FinancialYear::of(*papers.newest).starts_in() + 1 + kYearsOfPapers) + "-03-31";
}

}  // namespace

Json::Object Erasure::erase(Leaving const& who) {
    auto const now = clock_.now();
    auto const blobs = blobs_of(db_, who.user);
    auto const identifiers = identifiers_of(db_, who.user);
    bury(who, identifiers);
    Json::Object erased;
    for (auto const& step : erasure_steps()) {
        auto const rows = privacy::run(db_, step, who.user, identifiers, now);
        if (!step.what.empty() && rows > 0) erased[std::string{step.what}] = rows;
    }
    for (auto const& identifier : identifiers)
        for (auto const& key : config_.secret_keys)
            db_.execute("DELETE FROM otp_rate_limits WHERE identifier_hash = :name",
                        {{"name", accounts::limits_name(key, identifier)}});
    for (auto const blob : blobs) forget_blob(db_, clock_, blob);
    return erased;
}

// First, while number and address are known. Sessions too: their copies in Redis hold a name.
void Erasure::bury(Leaving const& who, std::vector<std::string> const& identifiers) {
    sessions_.end_all(who.user, "account_erased");
    insert_tombstone(
        db_, {.account = who.account.text(),
              .identifier_hashes = accounts::tombstone_hashes({config_.secret_keys.at(0)}, identifiers),
              .is_barred = who.is_banned,
              .erased_at = clock_.now()});
    jobs::Queue{db_, clock_}.enqueue({.kind = "tombstone.keep",
                                      .payload = Json::Object{{"account", who.account.text()}},
                                      .max_attempts = kLooks});
}

Json Erasure::certify(Leaving const& who, Json::Object erased) {
    auto const papers = papers_of(db_, who.user);
    return Json::Object{{"account", who.account.text()},
                        {"erased_at", to_iso(clock_.now())},
                        {"erased", std::move(erased)},
                        {"kept", Json::Object{{"invoices", papers.invoices},
                                              {"credit_notes", papers.credit_notes},
                                              {"payments", papers.payments},
                                              {"until", kept_until(papers)},
                                              {"because", "CGST Act s.36, Companies Act s.128"}}}};
}

void Erasure::close_books(Leaving const& who, std::string const& deletion) {
    auto const certificate = certify(who, erase(who));
    auto const text = certificate.dump();
    db_.execute(R"(
        UPDATE account_deletions SET status = 'done', ended_at = :now, certificate = :certificate,
               certificate_sha256 = :sha256, papers_kept_until = cast(:until AS date)
         WHERE public_id = :deletion)",
                {{"now", clock_.now()},
                 {"certificate", certificate},
                 {"sha256", sha256_hex(text)},
                 {"until", certificate["kept"]["until"].text()},
                 {"deletion", deletion}});
    audit::AuditLog{db_}.record({.user = std::nullopt,
                                 .action = "account.erased",
                                 .model_name = "users",
                                 .object_id = who.account.text(),
                                 .changes = Json::Object{{"certificate_sha256", sha256_hex(text)}},
                                 .ip_address = {}},
                                clock_.now());
    log::info("account.erased", {{"user", who.account.text()}});
}

void Erasure::run(Json const& payload) {
    auto const deletion = payload["deletion"].text().value_or(std::string{});
    auto const who = lock_due(db_, deletion, clock_.now());
    if (!who) return;
    close_books(*who, deletion);
    send_certificate(
        *who, deletion,
        db_.one("SELECT certificate_sha256 FROM account_deletions WHERE public_id = :deletion",
                {{"deletion", deletion}}, [](db::Row const& row) { return row.text("certificate_sha256"); }));
}

// The last message that the address gets. It names nobody; the address is forgotten once it is delivered.
void Erasure::send_certificate(Leaving const& who, std::string const& deletion, std::string const& sha256) {
    messages::Message message{.event_key = "account_erased:" + deletion,
                              .kind = "account_erased",
                              .channel = who.email.empty() ? Channel::sms : Channel::email,
                              .to = who.email.empty() ? who.phone : who.email};
    if (message.channel == Channel::sms) {
        message.text = "SSR Estimation: your account is deleted. Certificate " + sha256.substr(0, 16) + ".";
    } else {
        message.subject = "Your account is deleted";
        message.text =
            "SSR Estimation\n\nYour account is deleted: profile, sessions, works of your own, files, and "
            "your words in tickets.\n\nThe law makes us keep invoices and credit notes, with the buyer as "
            "printed on them, and the figures of their payments.\n\nCertificate (SHA-256): " +
            sha256 + "\nDate: " + display_time(clock_.now()) +
            "\n\nThis is our last message. Your number and address are free for a new account, which sees "
            "nothing of the old one.\n";
    }
    messages::Outbox{db_, clock_, config_.secret_keys.at(0)}.send(message);
    jobs::Queue{db_, clock_}.enqueue({.kind = "outbox.forget_address",
                                      .payload = Json::Object{{"event_key", message.event_key}},
                                      .max_attempts = kLooks});
}

void Erasure::forget_address(Json const& payload) {
    auto const key = payload["event_key"].text();
    auto const waiting = db_.maybe_one(R"(
        SELECT recipient, status IN ('queued', 'sending') AS is_waiting FROM outbox_messages WHERE event_key = :key FOR UPDATE)",
                                       {{"key", key}}, [](db::Row const& row) {
                                           return std::pair{row.text("recipient"), row.flag("is_waiting")};
                                       });
    if (!waiting) return;
    auto const& [recipient, is_waiting] = *waiting;
    if (is_waiting) throw Fault{"the last message to somebody who left is not delivered yet", true};
    auto const id = LoginId::parse(recipient);
    db_.execute("UPDATE outbox_messages SET recipient = :masked, last_error = NULL WHERE event_key = :key",
                {{"masked", id ? id->masked() : std::string{"(erased)"}}, {"key", key}});
}

void Erasure::warn(Json const& payload) {
    // Locked, so that a warning that comes late is not written while he is being erased.
    static std::string const sql = std::string{kLeaving} + R"(
          JOIN account_deletions d ON d.user_id = u.id
         WHERE d.public_id = :deletion AND d.status = 'pending' FOR UPDATE OF d)";
    auto const deletion = payload["deletion"].text().value_or(std::string{});
    auto const who = db_.maybe_one(sql, {{"deletion", deletion}}, to_leaving);
    if (!who) return;
    bool const is_sms = who->email.empty();
    messages::Outbox{db_, clock_, config_.secret_keys.at(0)}.send(
        {.event_key = "account_deletion:" + deletion + ":warning",
         .kind = "account_deletion",
         .channel = is_sms ? Channel::sms : Channel::email,
         .to = is_sms ? who->phone : who->email,
         .subject = is_sms ? "" : "Your account will be deleted in two days",
         .text = "SSR Estimation: your account will be deleted in 48 hours, as you asked. To keep it, sign "
                 "in and choose \"Keep my account\": " +
                 config_.public_url + "/settings/delete-account/",
         .user = who->user});
}

void Erasure::tidy() {
    db_.execute(R"(
        UPDATE organization_invitations SET status = 'over', ended_at = :now, recipient = '(over)'
         WHERE status = 'open' AND expires_at <= :now)",
                {{"now", clock_.now()}});
    db_.execute(R"(
        DELETE FROM otp_rate_limits
         WHERE last_request_at < :before AND (locked_until IS NULL OR locked_until < :now))",
                {{"before", clock_.now() - std::chrono::days{2}}, {"now", clock_.now()}});
}

bool Erasure::erase_again(Tombstone const& stone) {
    static std::string const sql =
        std::string{kLeaving} + " WHERE u.public_id = :account AND u.erased_at IS NULL FOR UPDATE";
    db::Transaction transaction{db_};
    auto const who = db_.maybe_one(sql, {{"account", stone.account}}, to_leaving);
    if (!who) return false;
    db_.execute(R"(
        UPDATE account_deletions SET status = 'cancelled', ended_at = :now
         WHERE user_id = :user AND status = 'pending')",
                {{"now", clock_.now()}, {"user", who->user}});
    auto const deletion = new_public_id();
    db_.execute(R"(
        INSERT INTO account_deletions (public_id, user_id, status, requested_at, due_at)
        VALUES (:id, :user, 'pending', :now, :now))",
                {{"id", deletion}, {"user", who->user}, {"now", clock_.now()}});
    insert_tombstone(db_, stone);
    close_books(*who, deletion);
    transaction.commit();
    return true;
}

int Erasure::reapply() {
    auto stones = read_tombstones(config_.tombstones);
    std::ranges::move(list_tombstones(db_), std::back_inserter(stones));
    int count = 0;
    for (auto const& stone : stones) count += erase_again(stone) ? 1 : 0;
    return count;
}

}  // namespace ssr::privacy
