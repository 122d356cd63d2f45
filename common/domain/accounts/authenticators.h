#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/accounts/recovery_codes.h"
#include "domain/accounts/sessions.h"
#include "domain/accounts/totp.h"
#include "domain/messages/outbox.h"

namespace ssr::accounts {

/// An authenticator is set up: the session goes on under a new cookie, and the recovery codes are shown now
/// or never.
struct SetUp {
    std::string cookie;
    std::vector<std::string> recovery_codes;
};

/// What members of staff do with their authenticators; each thing stands in the audit log, and what changes a
/// factor is told by mail.
class Authenticators {
public:
    Authenticators(db::Session& db, Clock const& clock, Totp& totp, RecoveryCodes codes, Sessions& sessions,
                   messages::Outbox outbox)
        : db_{db},
          clock_{clock},
          totp_{totp},
          codes_{std::move(codes)},
          sessions_{sessions},
          outbox_{std::move(outbox)} {}

    /// The session, confirmed by a code of the authenticator or by a recovery code, under a new cookie.
    Result<std::string, TotpWrong> confirm(Session const& session, std::string_view cookie,
                                           std::string_view code, std::string const& ip_address);
    /// The offered key becomes the person's own (Totp::accept); all his other sessions are over.
    Result<SetUp, TotpWrong> set_up(Session const& session, std::string_view cookie, std::string_view code,
                                    std::string const& ip_address);
    std::vector<std::string> renew_codes(Session const& session, std::string const& ip_address);

private:
    void record(Session const& session, std::string action, std::string const& ip_address);
    void tell(Session const& session, std::string const& what);

    db::Session& db_;
    Clock const& clock_;
    Totp& totp_;
    RecoveryCodes codes_;
    Sessions& sessions_;
    messages::Outbox outbox_;
};

}  // namespace ssr::accounts
