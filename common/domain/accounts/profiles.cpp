#include "domain/accounts/profiles.h"

#include "db/transaction.h"
#include "domain/accounts/user_store.h"
#include "domain/audit/audit_log.h"

namespace ssr::accounts {

Session Profiles::change(Session session, Details const& details, std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const fields = UserStore{db_}.change_details(session.user, details);
    if (fields.empty()) return session;
    Json::Array names{fields.begin(), fields.end()};
    audit::AuditLog{db_}.record({.user = session.user,
                                 .action = "user.profile_changed",
                                 .model_name = "users",
                                 .object_id = session.public_user.text(),
                                 .changes = Json::Object{{"fields", std::move(names)}},
                                 .ip_address = ip_address},
                                clock_.now());
    transaction.commit();
    sessions_.refresh(session.user);
    session.name = details.name.text();
    return session;
}

}  // namespace ssr::accounts
