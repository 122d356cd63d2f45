#include "domain/messages/outbox.h"

#include "base/secure.h"
#include "domain/messages/sealed.h"

namespace ssr::messages {

std::string sealed(Message const& message, std::string_view secret_key) {
    Json::Object body{{"subject", message.subject}, {"text", message.text}, {"otp", message.otp}};
    if (!message.variables.empty())
        body.emplace("variables", Json::Object{message.variables.begin(), message.variables.end()});
    return seal(secret_key, kSealPurpose, Json{std::move(body)}.dump());
}

std::optional<Body> unsealed(std::string_view text, std::string_view secret_key) {
    auto const plain = unseal(secret_key, kSealPurpose, text);
    auto const body = plain ? Json::parse(*plain) : std::nullopt;
    if (!body) return std::nullopt;
    Body opened{.subject = (*body)["subject"].text().value_or(""),
                .text = (*body)["text"].text().value_or(""),
                .otp = (*body)["otp"].text().value_or("")};
    if (auto const* const variables = (*body)["variables"].object())
        for (auto const& [name, value] : *variables)
            opened.variables.emplace(name, value.text().value_or(""));
    return opened;
}

bool Outbox::send(Message const& message) {
    if (message.topic && message.user &&
        !Preferences{db_}.wants(*message.user, *message.topic, message.channel))
        return false;
    Json::Array attachments;
    for (auto const& each : message.attachments)
        attachments.push_back(Json::Object{
            {"file_name", each.file_name}, {"media_type", each.media_type}, {"blob_key", each.blob_key}});
    auto const now = clock_.now();
    return db_.execute(R"(
        WITH message AS (
            INSERT INTO outbox_messages (public_id, event_key, channel, recipient, kind, sealed_body, attachments, user_id, created_at)
            VALUES (:public_id, :event_key, :channel, :to, :kind, :body, :attachments, :user, :now)
            ON CONFLICT ON CONSTRAINT outbox_messages_once_per_event DO NOTHING
            RETURNING event_key
        )
        INSERT INTO jobs (public_id, kind, payload, dedupe_key, run_at, created_at)
        SELECT cast(:job_id AS uuid), 'message.send', jsonb_build_object('event_key', event_key), 'message:' || event_key, cast(:now AS timestamptz), cast(:now AS timestamptz) FROM message
    )",
                       {{"public_id", new_public_id()},
                        {"event_key", message.event_key},
                        {"channel", code(message.channel)},
                        {"to", message.to},
                        {"kind", message.kind},
                        {"body", sealed(message, secret_key_)},
                        {"attachments", Json{std::move(attachments)}},
                        {"user", message.user},
                        {"now", now},
                        {"job_id", new_public_id()}}) == 1;
}

bool Outbox::has_failed(std::string_view event_key) {
    return db_.one(
        "SELECT EXISTS (SELECT FROM outbox_messages WHERE event_key = :key AND status = 'failed') AS yes",
        {{"key", event_key}}, [](db::Row const& row) { return row.flag("yes"); });
}

}  // namespace ssr::messages
