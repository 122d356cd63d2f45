#include "domain/accounts/door.h"

#include "db/transaction.h"
#include "domain/accounts/barred.h"
#include "log/log.h"

namespace ssr::accounts {

Result<Entered, EntryRefused> Door::enter(LoginId const& proven, Device const& device) {
    auto const now = clock_.now();
    UserStore users{db_};
    db::Transaction transaction{db_};
    auto const who = users.find_or_insert(proven, now);
    if (!who.is_active || (who.is_new && is_barred(db_, secret_keys_, proven))) {
        log::warn("sign_in.refused", {{"user", who.public_id.text()}});
        return Err{EntryRefused::account_closed};
    }
    if (who.is_new) users.insert_organization(who.id, "", now);
    bool const is_known = who.is_new || sessions_.knows(who.id, device.browser);
    auto cookie = sessions_.start(who.id, device);
    if (!is_known) tell_of_new_device(who, proven, device);
    audit::AuditLog{db_}.record({.user = who.id,
                                 .action = who.is_new ? "user.registered" : "user.signed_in",
                                 .model_name = "users",
                                 .object_id = who.public_id.text(),
                                 .changes = Json::Object{{"channel", code(proven.channel())}},
                                 .ip_address = device.ip_address},
                                now);
    transaction.commit();
    log::info(who.is_new ? "user.registered" : "user.signed_in", {{"user", who.public_id.text()}});
    return Entered{std::move(cookie), who};
}

// By mail only: a text costs money, and the code itself has just come by text.
void Door::tell_of_new_device(Arriving const& who, LoginId const& proven, Device const& device) {
    auto const now = clock_.now();
    auto const email = EmailAddress::parse(who.email);
    if (!email) return;
    outbox_.send(
        {.event_key = "new_device:" + new_public_id(),
         .kind = "new_device",
         .channel = Channel::email,
         .to = email->text(),
         .subject = "New sign-in to SSR Estimation",
         .text = "SSR Estimation\n\nYour account was opened on a device that it did not know.\n\n" +
                 device_name(device.user_agent).text() + ", " + masked_address(device.ip_address) + ", " +
                 display_time(now) + ", with a code sent to " + proven.masked() +
                 ".\n\nIf it was you, do nothing. If not, open Signed-in devices, sign that device out and "
                 "write to support.\n",
         .user = who.id});
}

Session Door::complete(Session session, Profile const& profile, std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    UserStore{db_}.complete_profile(session.user, profile, now);
    audit::AuditLog{db_}.record({.user = session.user,
                                 .action = "user.profile_completed",
                                 .model_name = "users",
                                 .object_id = session.public_user.text(),
                                 .changes = Json::Object{{"state_code", profile.state.code()}},
                                 .ip_address = ip_address},
                                now);
    transaction.commit();
    sessions_.refresh(session.user);
    session.name = profile.name.text();
    session.is_complete = true;
    return session;
}

}  // namespace ssr::accounts
