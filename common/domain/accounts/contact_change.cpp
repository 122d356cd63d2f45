#include "domain/accounts/contact_change.h"

#include "db/transaction.h"
#include "domain/accounts/user_store.h"
#include "domain/audit/audit_log.h"
#include "log/log.h"

namespace ssr::accounts {

namespace {

std::string_view name_of(Channel channel) { return channel == Channel::sms ? "mobile number" : "e-mail"; }

}  // namespace

LoginId proving_contact(Session const& session, Channel channel) {
    auto const phone = PhoneNumber::parse(session.phone);
    auto const email = EmailAddress::parse(session.email);
    if (phone && (channel == Channel::sms || !email)) return LoginId{*phone};
    return LoginId{email.value()};
}

Result<Done, ContactRefused> ContactChange::begin(Session const& session, LoginId const& to,
                                                  OtpAsker const& asker) {
    auto const sent =
        otp_.request(proving_contact(session, to.channel()), Purpose::prove_contact, asker, to.text());
    if (!sent) return Err{ContactRefused{sent.error()}};
    otp_.forget(Purpose::change_contact, asker.browser);
    return Done{};
}

std::optional<ContactStep> ContactChange::pending(Channel channel, OtpAsker const& asker) {
    auto const second = otp_.pending(Purpose::change_contact, asker.browser);
    if (second && second->challenge.to.channel() == channel)
        return ContactStep{true, second->challenge.to, *second};
    auto const first = otp_.pending(Purpose::prove_contact, asker.browser);
    auto const to = first ? LoginId::parse(first->challenge.return_to) : std::nullopt;
    if (!to || to->channel() != channel) return std::nullopt;
    return ContactStep{false, *to, *first};
}

Result<Done, ContactRefused> ContactChange::send_again(ContactStep const& step, OtpAsker const& asker) {
    auto const& challenge = step.pending.challenge;
    auto const purpose = step.is_new_one ? Purpose::change_contact : Purpose::prove_contact;
    auto const sent = otp_.request(challenge.to, purpose, asker, challenge.return_to);
    if (!sent) return Err{ContactRefused{sent.error()}};
    return Done{};
}

Result<bool, ContactRefused> ContactChange::go_on(Session const& session, ContactStep const& step,
                                                  OtpAsker const& asker, std::string_view code) {
    auto const purpose = step.is_new_one ? Purpose::change_contact : Purpose::prove_contact;
    auto const proof = otp_.check(step.pending.challenge.id, purpose, asker, code);
    if (!proof) return Err{ContactRefused{proof.error()}};
    if (step.is_new_one) return change(session, proof->to, asker);
    auto const sent = otp_.request(step.to, Purpose::change_contact, asker);
    if (!sent) return Err{ContactRefused{sent.error()}};
    return false;
}

Result<bool, ContactRefused> ContactChange::change(Session const& session, LoginId const& to,
                                                   OtpAsker const& asker) {
    auto const now = clock_.now();
    db::Transaction transaction{db_};
    if (!UserStore{db_}.change_contact(session.user, to, now)) return Err{ContactRefused{ContactTaken{}}};
    audit::AuditLog{db_}.record({.user = session.user,
                                 .action = "user.contact_changed",
                                 .model_name = "users",
                                 .object_id = session.public_user.text(),
                                 .changes = Json::Object{{"channel", code(to.channel())}},
                                 .ip_address = asker.ip_address},
                                now);
    tell(session, proving_contact(session, to.channel()), to);
    tell(session, to, to);
    sessions_.end_all(session.user, "contact_changed", session.id);
    transaction.commit();
    sessions_.refresh(session.user);
    log::info("user.contact_changed", {{"user", session.public_user.text()}, {"to", to.masked()}});
    return true;
}

void ContactChange::tell(Session const& session, LoginId const& recipient, LoginId const& to) {
    auto const when = display_time(clock_.now());
    auto const what = std::string{name_of(to.channel())};
    messages::Message message{.event_key = "contact_changed:" + new_public_id(),
                              .kind = "contact_changed",
                              .channel = recipient.channel(),
                              .to = recipient.text(),
                              .user = session.user};
    message.text = "The " + what + " of your SSR Estimation account is now " + to.masked() + ", since " +
                   when + ". All other devices were signed out. If it was not you, write to support at once.";
    if (message.channel == Channel::email) {
        message.subject = "Your " + what + " was changed";
        message.text = "SSR Estimation\n\n" + message.text + "\n";
    }
    outbox_.send(message);
}

}  // namespace ssr::accounts
