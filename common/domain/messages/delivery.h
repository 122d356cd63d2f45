#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "config/environment.h"
#include "db/session.h"
#include "domain/jobs/runner.h"
#include "domain/messages/outbox.h"
#include "outbound/mail.h"
#include "outbound/sms.h"

namespace ssr::messages {

/// Who carries mails and texts (SMTP_URL, SSR_MAIL_FROM, SSR_MAIL_AUTHORITIES, MSG91_*), and the keys that
/// open them.
struct Carriers {
    outbound::MailConfig mail;
    outbound::SmsConfig sms;
    std::vector<std::string> secret_keys;  // the present one first

    static Carriers from(Environment& environment);
};

/// The bytes of an attachment by its key in the blob store; nothing where they are gone.
using ReadBlob = std::function<std::optional<std::string>(std::string const& blob_key)>;

/// The job message.send in production. `payload` names the message: {"event_key"}.
///
/// A message is sent at most once. It is marked `sending` in a transaction of its own before a carrier hears
/// of it; whoever finds it so later cannot know whether it went out, and ends it as `failed` for staff to
/// see. Of the two evils, a code that is asked for again is the smaller one: a receipt that comes twice looks
/// like a second payment. What the carrier refused for now goes back to `queued`, and the queue tries it
/// again.
class Delivery {
public:
    Delivery(db::Session& db, Clock const& clock, Carriers carriers, ReadBlob read_blob = {});
    /// Outside the runner's transaction: a carrier may take its time. Throws where the queue shall try again.
    void send(jobs::Job const& job);

private:
    struct Letter;
    std::optional<Letter> claim(std::string const& event_key);
    Result<Done, outbound::NotSent> hand_over(Letter const& letter);
    Result<Done, outbound::NotSent> mail(Letter const& letter, std::string const& subject,
                                         std::string const& text);
    void mark(Letter const& letter, std::string_view status, std::optional<std::string> const& why);
    void give_up_what_was_left_half_way(std::string const& event_key);

    db::Session& db_;
    Clock const& clock_;
    Carriers carriers_;
    ReadBlob read_blob_;
    outbound::HttpClient http_;
};

/// The job message.send in development: the message stays in the outbox, where its page shows it.
void keep(db::Session& db, Clock const& clock, Json const& payload);

}  // namespace ssr::messages
