#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/json.h"
#include "domain/accounts/organization_role.h"
#include "domain/accounts/session.h"
#include "domain/messages/outbox.h"

namespace ssr::accounts {

/// Somebody of an organisation, with his row locked.
struct Colleague {
    UserId user;
    PublicUserId public_id;
    std::string name, email;
    OrganizationRole role;
};

struct OrganizationName {
    std::string public_id, name;
};

/// What the changes of an organisation have in common: who is who in it, word to whom it concerns, and the
/// audit trail.
class Colleagues {
public:
    Colleagues(db::Session& db, Clock const& clock, messages::Outbox outbox)
        : db_{db}, clock_{clock}, outbox_{std::move(outbox)} {}

    std::optional<Colleague> lock(OrganizationId organization, UserId user);
    std::optional<Colleague> lock(OrganizationId organization, PublicUserId const& user);
    std::optional<Colleague> lock_owner(OrganizationId organization);
    OrganizationName name_of(OrganizationId organization);

    /// A mail, where he has an address.
    void tell(Colleague const& to, std::string const& subject, std::string const& text);
    void record(Session const& who, OrganizationName const& organization, std::string action, Json changes,
                std::string const& ip_address);

private:
    db::Session& db_;
    Clock const& clock_;
    messages::Outbox outbox_;
};

}  // namespace ssr::accounts
