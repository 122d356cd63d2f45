#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/accounts/colleagues.h"
#include "domain/accounts/sessions.h"

namespace ssr::accounts {

using PublicOrganizationId = PublicId<OrganizationTag>;

/// An organisation that a person belongs to.
struct OrganizationLine {
    PublicOrganizationId id;
    std::string name;
    OrganizationRole role;
    bool is_current = false;
};

struct MemberLine {
    PublicUserId id;
    std::string name, contact;  // masked
    OrganizationRole role;
    Instant since;
};

enum class OrganizationRefused {
    not_found,    // no such member here, for the one who asks
    not_allowed,  // his role does not reach so far
    owner_stays   // hands over first
};

/// `organizations` and `memberships`. Everybody has one of his own and works in one at a time, which stands
/// in his session. Each method looks up what the caller may do in the transaction of the change.
class Organizations {
public:
    Organizations(db::Session& db, Clock const& clock, Sessions& sessions, messages::Outbox outbox)
        : db_{db}, clock_{clock}, sessions_{sessions}, colleagues_{db, clock, std::move(outbox)} {}

    std::vector<OrganizationLine> list(Session const& who);
    std::vector<MemberLine> members(OrganizationId organization);
    std::optional<MemberLine> find_member(OrganizationId organization, PublicUserId const& member);

    /// From now on, on all his devices, he works there.
    Result<Done, OrganizationRefused> switch_to(Session const& who, PublicOrganizationId const& organization);
    Result<Done, OrganizationRefused> change_role(Session const& who, PublicUserId const& member,
                                                  OrganizationRole role, std::string const& ip_address);
    Result<Done, OrganizationRefused> remove(Session const& who, PublicUserId const& member,
                                             std::string const& ip_address);
    Result<Done, OrganizationRefused> leave(Session const& who, std::string const& ip_address);
    /// The owner becomes an admin; he gets a new organisation of his own where he gave that away.
    Result<Done, OrganizationRefused> hand_over(Session const& who, PublicUserId const& member,
                                                std::string const& ip_address);

private:
    void delete_membership(OrganizationId organization, UserId user);
    db::Session& db_;
    Clock const& clock_;
    Sessions& sessions_;
    Colleagues colleagues_;
};

}  // namespace ssr::accounts
