#include "domain/accounts/authenticators.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"

namespace ssr::accounts {

Result<std::string, TotpWrong> Authenticators::confirm(Session const& session, std::string_view cookie,
                                                       std::string_view code, std::string const& ip_address) {
    auto const by = totp_.confirm(session.user, code);
    if (!by) return Err{by.error()};
    db::Transaction transaction{db_};
    if (*by == Totp::By::recovery_code) {
        record(session, "user.recovery_code_used", ip_address);
        tell(session, "A recovery code was used in place of your authenticator; " +
                          std::to_string(codes_.left(session.user)) + " are left.");
    }
    auto fresh = sessions_.raise_to_staff(cookie);
    transaction.commit();
    return fresh;
}

Result<SetUp, TotpWrong> Authenticators::set_up(Session const& session, std::string_view cookie,
                                                std::string_view code, std::string const& ip_address) {
    db::Transaction transaction{db_};
    if (auto const accepted = totp_.accept(session.user, code); !accepted) return Err{accepted.error()};
    auto codes = codes_.renew(session.user, clock_.now());
    record(session, "user.authenticator_set_up", ip_address);
    tell(session, "An authenticator was set up for your account. All other devices were signed out.");
    sessions_.end_all(session.user, "factor_changed", session.id);
    auto fresh = sessions_.raise_to_staff(cookie);
    transaction.commit();
    return SetUp{std::move(fresh), std::move(codes)};
}

std::vector<std::string> Authenticators::renew_codes(Session const& session, std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto codes = codes_.renew(session.user, clock_.now());
    record(session, "user.recovery_codes_renewed", ip_address);
    tell(session, "New recovery codes were made for your account. Those before are no longer good.");
    transaction.commit();
    return codes;
}

void Authenticators::record(Session const& session, std::string action, std::string const& ip_address) {
    audit::AuditLog{db_}.record({.user = session.user,
                                 .action = std::move(action),
                                 .model_name = "users",
                                 .object_id = session.public_user.text(),
                                 .ip_address = ip_address},
                                clock_.now());
}

void Authenticators::tell(Session const& session, std::string const& what) {
    if (session.email.empty()) return;
    outbox_.send({.event_key = "authenticator:" + new_public_id(),
                  .kind = "authenticator",
                  .channel = Channel::email,
                  .to = session.email,
                  .subject = "Your authenticator at SSR Estimation",
                  .text = "SSR Estimation\n\n" + what + "\n\n" + display_time(clock_.now()) +
                          ". If it was not you, tell a superadmin at once.\n",
                  .user = session.user});
}

}  // namespace ssr::accounts
