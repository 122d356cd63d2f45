#include "domain/subscriptions/notices.h"

namespace ssr::subscriptions {

namespace {

messages::Message to_him(Addressee const& to, std::string subject, std::string const& text) {
    bool const has_mail = !to.email.empty();
    return {.event_key = "access:" + new_public_id(),
            .kind = "access",
            .channel = has_mail ? Channel::email : Channel::sms,
            .to = has_mail ? to.email : to.phone,
            .subject = std::move(subject),
            .text = "SSR Estimation: " + text,
            .user = to.user};
}

// A validity runs to the end of a day; its last moment is on that day.
std::string last_day(Instant until) { return display_date(until - std::chrono::seconds{1}); }

constexpr auto kAsk = " Your saved papers are safe. Write to support if you have a question.";

}  // namespace

messages::Message told_of_override(Addressee const& to, std::string const& module_name, Override type,
                                   std::optional<Instant> until, Instant now) {
    auto const till = until ? " till " + last_day(*until) : std::string{};
    if (type == Override::grant)
        return to_him(to, module_name + " is open for you",
                      "Our office opened " + module_name + " for you on " + display_date(now) + till +
                          ". You owe nothing for it.");
    return to_him(
        to, module_name + " was closed for you",
        "Our office closed " + module_name + " for you on " + display_date(now) + till + "." + kAsk);
}

messages::Message told_of_override_s_end(Addressee const& to, std::string const& module_name, Override type,
                                         Instant now) {
    auto const day = display_date(now);
    if (type == Override::grant)
        return to_him(to, module_name + ": the access that our office gave has ended",
                      "The access to " + module_name + " that our office gave you ended on " + day +
                          ". A subscription of your own goes on as before." + kAsk);
    return to_him(to, module_name + " is no longer closed by our office",
                  "Our office took back on " + day + " that " + module_name +
                      " was closed for you. It opens with your subscription as before.");
}

messages::Message told_of_suspension(Addressee const& to, std::string const& module_name, Instant now) {
    return to_him(to, "Your subscription to " + module_name + " is paused",
                  "Our office paused your subscription to " + module_name + " on " + display_date(now) +
                      ". The time for which it is closed is added at its end." + kAsk);
}

messages::Message told_of_resumption(Addressee const& to, std::string const& module_name, Instant expires_at,
                                     Instant now) {
    return to_him(to, "Your subscription to " + module_name + " goes on",
                  "Your subscription to " + module_name + " goes on since " + display_date(now) +
                      ". The time for which it was closed was added: it ends on " + display_date(expires_at) +
                      ".");
}

void tell(messages::Outbox& outbox, messages::Message const& message) {
    if (!message.to.empty()) outbox.send(message);
}

}  // namespace ssr::subscriptions
