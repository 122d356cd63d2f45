#include "domain/messages/delivery.h"

#include "base/fault.h"
#include "base/text.h"
#include "domain/messages/sealed.h"
#include "log/log.h"

namespace ssr::messages {

namespace {

using outbound::NotSent;
using Why = NotSent::Why;

// No code lives longer, and one that comes too late only confuses.
constexpr std::chrono::minutes kCodeLife{10};

Err<NotSent> never(std::string reason) { return Err{NotSent{Why::permanent, std::move(reason)}}; }

std::string host_of(std::string_view url) {
    if (auto const at = url.find("://"); at != std::string_view::npos) url.remove_prefix(at + 3);
    return std::string{url.substr(0, url.find_first_of(":/"))};
}

outbound::MailConfig mail_config(Environment& environment, std::string const& public_host) {
    auto const url = environment.required("SMTP_URL");
    auto const server = outbound::SmtpServer::parse(url);
    if (!url.empty() && !server)
        environment.complain(
            "SMTP_URL must be smtp://user:password@host:587 or smtps://user:password@host:465");
    auto const from = EmailAddress::parse(environment.optional("SSR_MAIL_FROM", "no-reply@" + public_host));
    if (!from && !public_host.empty()) environment.complain("SSR_MAIL_FROM must be an e-mail address");
    return {server.value_or(outbound::SmtpServer{}),
            from.value_or(*EmailAddress::parse("no-reply@localhost.localdomain")),
            environment.optional("SSR_MAIL_AUTHORITIES")};
}

outbound::SmsConfig sms_config(Environment& environment) {
    auto url = environment.optional("MSG91_API_URL", "https://control.msg91.com");
    while (url.ends_with('/')) url.pop_back();
    auto const host = host_of(url);
    bool const stays_here = host == "localhost" || host == "127.0.0.1";
    if (!url.starts_with("https://") && !(stays_here && url.starts_with("http://")))
        environment.complain("MSG91_API_URL must begin with https://");
    return {url, environment.required("MSG91_AUTH_KEY"), environment.required("MSG91_TEMPLATE_ID")};
}

}  // namespace

struct Delivery::Letter {
    std::string event_key, public_id, kind, channel, recipient, sealed_body;
    Json attachments;
    Instant created_at;
    std::int64_t attempt;
};

Carriers Carriers::from(Environment& environment) {
    Carriers carriers{mail_config(environment, host_of(environment.required("SSR_PUBLIC_URL"))),
                      sms_config(environment),
                      {environment.required("SSR_SECRET_KEY")}};
    if (auto previous = environment.optional("SSR_SECRET_KEY_PREVIOUS"); !previous.empty())
        carriers.secret_keys.push_back(std::move(previous));
    return carriers;
}

Delivery::Delivery(db::Session& db, Clock const& clock, Carriers carriers, ReadBlob read_blob)
    : db_{db}, clock_{clock}, carriers_{std::move(carriers)}, read_blob_{std::move(read_blob)} {}

std::optional<Delivery::Letter> Delivery::claim(std::string const& event_key) {
    return db_.maybe_one(R"(
        UPDATE outbox_messages SET status = 'sending', attempts = attempts + 1
         WHERE event_key = :key AND status = 'queued'
        RETURNING event_key, public_id::text AS public_id, kind, channel, recipient, sealed_body, attachments, created_at, attempts
    )",
                         {{"key", event_key}}, [](db::Row const& row) {
                             return Letter{.event_key = row.text("event_key"),
                                           .public_id = row.text("public_id"),
                                           .kind = row.text("kind"),
                                           .channel = row.text("channel"),
                                           .recipient = row.text("recipient"),
                                           .sealed_body = row.text("sealed_body"),
                                           .attachments = row.json("attachments"),
                                           .created_at = row.instant("created_at"),
                                           .attempt = row.integer("attempts")};
                         });
}

// By the attempt's number: an answer that comes late, after another worker gave the message up, is still the
// truth.
void Delivery::mark(Letter const& letter, std::string_view status, std::optional<std::string> const& why) {
    bool const is_sent = status == "sent";
    db_.execute(R"(
        UPDATE outbox_messages
           SET status = :status, last_error = :why, sent_at = cast(:sent_at AS timestamptz),
               sealed_body = CASE WHEN cast(:is_sent AS boolean) THEN '' ELSE sealed_body END
         WHERE event_key = :key AND attempts = :attempt AND status IN ('sending', 'failed')
    )",
                {{"status", status},
                 {"why", why},
                 {"sent_at", is_sent ? std::optional{clock_.now()} : std::nullopt},
                 {"is_sent", is_sent},
                 {"key", letter.event_key},
                 {"attempt", letter.attempt}});
    if (status == "failed")
        log::error("message.failed",
                   {{"kind", letter.kind}, {"channel", letter.channel}, {"why", why.value_or("")}});
}

void Delivery::give_up_what_was_left_half_way(std::string const& event_key) {
    auto const given_up = db_.execute(R"(
        UPDATE outbox_messages
           SET status = 'failed', last_error = 'it is not known whether this was sent: the worker ended half way'
         WHERE event_key = :key AND status = 'sending'
    )",
                                      {{"key", event_key}});
    if (given_up > 0) log::error("message.failed", {{"why", "the worker ended half way"}});
}

Result<Done, NotSent> Delivery::mail(Letter const& letter, std::string const& subject,
                                     std::string const& text) {
    auto const to = EmailAddress::parse(letter.recipient);
    auto const title = outbound::Subject::parse(subject);
    if (!to) return never("mail: the recipient is no e-mail address");
    if (!title) return never("mail: the subject is no line of text");
    outbound::Mail mail{letter.public_id, clock_.now(), *to, *title, text, {}};
    if (auto const* const attachments = letter.attachments.array()) {
        for (auto const& each : *attachments) {
            auto const name = outbound::FileName::parse(each["file_name"].text().value_or(""));
            auto bytes = read_blob_ ? read_blob_(each["blob_key"].text().value_or("")) : std::nullopt;
            if (!name || !bytes) return never("mail: an attachment is not there");
            mail.attachments.push_back({*name, each["media_type"].text().value_or(""), *std::move(bytes)});
        }
    }
    return outbound::send(mail, carriers_.mail);
}

Result<Done, NotSent> Delivery::hand_over(Letter const& letter) {
    std::optional<Body> body;
    for (auto const& key : carriers_.secret_keys)
        if (!body) body = unsealed(letter.sealed_body, key);
    if (!body) return never("it was sealed with a key that is not here");
    if (!body->otp.empty() && clock_.now() - letter.created_at > kCodeLife)
        return never("the code in it had expired");
    if (letter.channel == code(Channel::email)) return mail(letter, body->subject, body->text);
    auto const to = PhoneNumber::parse(letter.recipient);
    if (!to) return never("sms: the recipient is no mobile number");
    if (body->variables.empty()) return never("sms: no approved template for texts of this kind");
    return outbound::send(outbound::Text{*to, body->variables}, carriers_.sms, http_);
}

void Delivery::send(jobs::Job const& job) {
    auto const event_key = job.payload["event_key"].text().value_or("");
    auto const letter = claim(event_key);
    if (!letter) return give_up_what_was_left_half_way(event_key);
    auto const outcome = hand_over(*letter);
    if (outcome) return mark(*letter, "sent", std::nullopt);
    auto const& [why, reason] = outcome.error();
    bool const tries_again = why == Why::temporary && job.attempt < job.max_attempts;
    mark(*letter, tries_again ? "queued" : "failed", reason);
    if (tries_again) throw Fault{reason, true};
}

void keep(db::Session& db, Clock const& clock, Json const& payload) {
    db.execute(
        "UPDATE outbox_messages SET status = 'kept', sent_at = :now WHERE event_key = :key AND status = "
        "'queued'",
        {{"now", clock.now()}, {"key", payload["event_key"].text()}});
}

}  // namespace ssr::messages
