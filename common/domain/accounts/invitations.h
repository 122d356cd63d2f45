#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/accounts/organizations.h"

namespace ssr::accounts {

using PublicInvitationId = PublicId<struct InvitationTag>;

/// The secret of an invitation's link: 64 hex digits, kept nowhere but in the message.
class InvitationToken {
public:
    static std::optional<InvitationToken> parse(std::string_view text);
    static InvitationToken fresh();
    std::string const& text() const { return text_; }
    std::string hash() const;

private:
    explicit InvitationToken(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

struct InvitationLine {
    PublicInvitationId id;
    std::string recipient;  // masked
    OrganizationRole role;
    Instant expires_at;
};

/// An invitation as the one who has its link sees it.
struct Invitation {
    OrganizationId organization;
    std::string organization_name, inviter;
    UserId invited_by;
    std::string recipient;
    OrganizationRole role;
    Instant expires_at;
};

enum class InvitationRefused {
    not_allowed,
    is_member,
    too_many,  // open ones, or colleagues
    over,      // used, withdrawn, or too old: or never one
    not_his    // sent to another number or address
};

inline constexpr std::chrono::seconds kInvitationLives = std::chrono::days{7};
inline constexpr int kMostOpenInvitations = 20;

/// `organization_invitations`: by phone or e-mail, good once, for a week, for the one who holds that number
/// or address.
class Invitations {
public:
    Invitations(db::Session& db, Clock const& clock, Sessions& sessions, messages::Outbox outbox,
                std::string public_url)
        : db_{db},
          clock_{clock},
          sessions_{sessions},
          outbox_{outbox},
          colleagues_{db, clock, std::move(outbox)},
          public_url_{std::move(public_url)} {}

    std::vector<InvitationLine> list(OrganizationId organization);
    /// A second one to the same recipient takes the place of the first.
    Result<Done, InvitationRefused> invite(Session const& who, LoginId const& to, OrganizationRole role,
                                           std::string const& ip_address);
    Result<Done, InvitationRefused> withdraw(Session const& who, PublicInvitationId const& id,
                                             std::string const& ip_address);

    Result<Invitation, InvitationRefused> find(Session const& who, InvitationToken const& token);
    /// From now on he works there.
    Result<Done, InvitationRefused> accept(Session const& who, InvitationToken const& token,
                                           std::string const& ip_address);
    Result<Done, InvitationRefused> decline(Session const& who, InvitationToken const& token,
                                            std::string const& ip_address);

private:
    std::optional<InvitationRefused> why_not(Session const& who, LoginId const& to, OrganizationRole role);
    bool end(InvitationToken const& token, std::string_view status, std::string const& recipient);
    void send(Session const& who, LoginId const& to, OrganizationRole role, InvitationToken const& token);
    void tell_inviter(Invitation const& invitation, std::string const& subject, std::string const& text);

    db::Session& db_;
    Clock const& clock_;
    Sessions& sessions_;
    messages::Outbox outbox_;
    Colleagues colleagues_;
    std::string public_url_;
};

}  // namespace ssr::accounts
