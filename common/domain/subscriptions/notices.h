#pragma once

#include <optional>
#include <string>

#include "base/instant.h"
#include "domain/messages/outbox.h"
#include "domain/subscriptions/access.h"

namespace ssr::subscriptions {

/// Whom staff did something to. He is written to by e-mail, and by text where he gave none; either may be
/// empty.
struct Addressee {
    UserId user;
    std::string email, phone;
};

// What staff did, as it is told to whom they did it: politely, with the date, and without their reason, which
// is for the office. Of billing, so that nobody can switch it off.
messages::Message told_of_override(Addressee const& to, std::string const& module_name, Override type,
                                   std::optional<Instant> until, Instant now);
messages::Message told_of_override_s_end(Addressee const& to, std::string const& module_name, Override type,
                                         Instant now);
messages::Message told_of_suspension(Addressee const& to, std::string const& module_name, Instant now);
messages::Message told_of_resumption(Addressee const& to, std::string const& module_name, Instant expires_at,
                                     Instant now);

/// Sends it, where he can be written to.
void tell(messages::Outbox& outbox, messages::Message const& message);

}  // namespace ssr::subscriptions
