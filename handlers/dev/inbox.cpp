#include "dev/inbox.h"

#include "domain/messages/sealed.h"
#include "values/login_id.h"

namespace ssr::dev {

std::vector<KeptMessage> kept_messages(db::Session& db, std::string_view secret_key, std::string_view to) {
    auto const id = LoginId::parse(to);
    auto const recipient = to.empty() ? std::nullopt : std::optional{id ? id->text() : std::string{to}};
    return db.list(R"(
        SELECT public_id, channel, recipient, sealed_body, attachments, created_at FROM outbox_messages
         WHERE cast(:to AS text) IS NULL OR recipient IN (:to, :masked)
         ORDER BY id DESC LIMIT 200
    )",
                   {{"to", recipient}, {"masked", id ? std::optional{id->masked()} : std::nullopt}},
                   [&](db::Row const& row) {
                       auto const body =
                           messages::unsealed(row.text("sealed_body"), secret_key).value_or(messages::Body{});
                       return KeptMessage{row.text("public_id"),
                                          row.text("channel"),
                                          row.text("recipient"),
                                          body.subject,
                                          body.text,
                                          body.otp,
                                          row.json("attachments"),
                                          row.instant("created_at")};
                   });
}

Json to_json(KeptMessage const& message) {
    return Json::Object{{"id", message.id},
                        {"channel", message.channel},
                        {"to", message.to},
                        {"subject", message.subject},
                        {"text", message.text},
                        {"otp", message.otp.empty() ? Json{} : Json{message.otp}},
                        {"attachments", message.attachments},
                        {"created_at", to_iso(message.created_at)}};
}

}  // namespace ssr::dev
