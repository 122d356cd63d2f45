#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "domain/accounts/otp.h"
#include "domain/accounts/sessions.h"

namespace ssr::accounts {

/// Another account has the contact. Said only to whoever proved that the contact is his.
struct ContactTaken {};

using ContactRefused = std::variant<OtpRefused, OtpWrong, ContactTaken>;

/// How far a change has come in this browser.
struct ContactStep {
    bool is_new_one = false;  // the old contact is proven; the code awaited was sent to the new one
    LoginId to;               // the new contact
    OtpPending pending;       // the code awaited
};

/// A phone or an e-mail replaced by another one, or added. A code to the contact that is replaced comes first
/// (where one is added, to the one that there is), then a code to the new one: both always, however young the
/// session is. A session that was stolen therefore cannot carry the account away.
class ContactChange {
public:
    ContactChange(db::Session& db, Clock const& clock, Otp& otp, Sessions& sessions, messages::Outbox outbox)
        : db_{db}, clock_{clock}, otp_{otp}, sessions_{sessions}, outbox_{std::move(outbox)} {}

    /// `asker.browser` is the session's cookie: the codes work in that session alone.
    Result<Done, ContactRefused> begin(Session const& session, LoginId const& to, OtpAsker const& asker);
    std::optional<ContactStep> pending(Channel channel, OtpAsker const& asker);
    /// The code awaited once more.
    Result<Done, ContactRefused> send_again(ContactStep const& step, OtpAsker const& asker);
    /// After the old contact's code the new one's is sent; after that the contact is changed, in one
    /// transaction with its audit entry and a word to both contacts, and every other session is over.
    /// True where it is changed.
    Result<bool, ContactRefused> go_on(Session const& session, ContactStep const& step, OtpAsker const& asker,
                                       std::string_view code);

private:
    Result<bool, ContactRefused> change(Session const& session, LoginId const& to, OtpAsker const& asker);
    void tell(Session const& session, LoginId const& recipient, LoginId const& to);

    db::Session& db_;
    Clock const& clock_;
    Otp& otp_;
    Sessions& sessions_;
    messages::Outbox outbox_;
};

/// What proves the person: the contact that is to be replaced, or the other one where there is none.
LoginId proving_contact(Session const& session, Channel channel);

}  // namespace ssr::accounts
