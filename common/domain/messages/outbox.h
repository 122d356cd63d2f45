#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "db/session.h"
#include "domain/messages/preferences.h"
#include "values/login_id.h"

namespace ssr::messages {

struct Attachment {
    std::string file_name, media_type;
    std::string blob_key;  // of the blob store
};

/// One mail or text to one person.
struct Message {
    std::string
        event_key;     // "otp:<challenge>", "receipt:<payment>": a second one of the same key is not sent
    std::string kind;  // "otp", "receipt", …
    std::optional<Topic> topic;  // what `user` may have switched off; none for security and billing
    Channel channel = Channel::sms;
    std::string to;       // E.164 or e-mail address
    std::string subject;  // mails only
    std::string text;
    std::string otp;  // the code, where the message carries one (shown by the development outbox)
    /// Texts only: what stands in the places of the carrier's approved template, by the places' names.
    std::map<std::string, std::string> variables;
    std::vector<Attachment> attachments;
    std::optional<UserId> user;
};

/// Messages are rows, written in the transaction of the change that they tell of and sent by the worker.
/// The text is sealed with the secret key until it is sent.
class Outbox {
public:
    Outbox(db::Session& db, Clock const& clock, std::string secret_key)
        : db_{db}, clock_{clock}, secret_key_{std::move(secret_key)} {}
    /// One statement: the row and its job; one more for a message with a topic. False where a message of that
    /// event exists, or the person wants none of that topic.
    bool send(Message const& message);
    /// True where the carrier did not take the message of that event, and no further try is made.
    bool has_failed(std::string_view event_key);

private:
    db::Session& db_;
    Clock const& clock_;
    std::string secret_key_;
};

}  // namespace ssr::messages
