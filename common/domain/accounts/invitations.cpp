#include "domain/accounts/invitations.h"

#include "base/secure.h"
#include "base/text.h"
#include "db/transaction.h"

namespace ssr::accounts {

namespace {

using enum InvitationRefused;
constexpr int kTokenBytes = 32;

std::string masked(std::string const& recipient) {
    auto const id = LoginId::parse(recipient);
    return id ? id->masked() : recipient;
}

Invitation to_invitation(db::Row const& row) {
    return {.organization = row.id<OrganizationId>("organization_id"),
            .organization_name = row.text("organization"),
            .inviter = row.text("inviter"),
            .invited_by = row.id<UserId>("invited_by"),
            .recipient = row.text("recipient"),
            .role = *parse_organization_role(row.text("role")),
            .expires_at = row.instant("expires_at")};
}

}  // namespace

std::optional<InvitationToken> InvitationToken::parse(std::string_view text) {
    if (from_hex(text).size() != kTokenBytes) return std::nullopt;
    return InvitationToken{std::string{text}};
}

InvitationToken InvitationToken::fresh() { return InvitationToken{random_hex(kTokenBytes)}; }

std::string InvitationToken::hash() const { return sha256_hex("invitation|" + text_); }

std::vector<InvitationLine> Invitations::list(OrganizationId organization) {
    return db_.list(R"(
        SELECT public_id, recipient, role, expires_at FROM organization_invitations
         WHERE organization_id = :organization AND status = 'open' AND expires_at > :now ORDER BY id DESC)",
                    {{"organization", organization}, {"now", clock_.now()}}, [](db::Row const& row) {
                        return InvitationLine{
                            row.public_id<PublicInvitationId>("public_id"), masked(row.text("recipient")),
                            *parse_organization_role(row.text("role")), row.instant("expires_at")};
                    });
}

std::optional<InvitationRefused> Invitations::why_not(Session const& who, LoginId const& to,
                                                      OrganizationRole role) {
    auto const actor = colleagues_.lock(who.organization, who.user);
    if (!actor || !may_manage(actor->role, role)) return not_allowed;
    auto const [is_there, open] = db_.one(R"(
        SELECT EXISTS (SELECT FROM memberships m JOIN users u ON u.id = m.user_id
                        WHERE m.organization_id = :organization AND (u.phone = :to OR u.email = :to)) AS is_member,
               (SELECT count(*) FROM organization_invitations
                 WHERE organization_id = :organization AND created_at > :day_ago AND recipient <> :to) AS recent)",
                                          {{"organization", who.organization},
                                           {"to", to.text()},
                                           {"day_ago", clock_.now() - std::chrono::days{1}}},
                                          [](db::Row const& row) {
                                              return std::pair{row.flag("is_member"), row.integer("recent")};
                                          });
    if (is_there) return is_member;
    if (open >= kMostOpenInvitations) return too_many;
    return std::nullopt;
}

Result<Done, InvitationRefused> Invitations::invite(Session const& who, LoginId const& to,
                                                    OrganizationRole role, std::string const& ip_address) {
    db::Transaction transaction{db_};
    if (auto const refused = why_not(who, to, role)) return Err{*refused};
    auto const token = InvitationToken::fresh();
    db_.execute(R"(
        INSERT INTO organization_invitations (public_id, organization_id, token_hash, recipient, role, invited_by, created_at, expires_at)
        VALUES (:id, :organization, :token, :to, :role, :user, :now, :ends)
        ON CONFLICT (organization_id, recipient) WHERE status = 'open' DO UPDATE
           SET token_hash = excluded.token_hash, role = excluded.role, invited_by = excluded.invited_by,
               created_at = excluded.created_at, expires_at = excluded.expires_at)",
                {{"id", PublicInvitationId::fresh()},
                 {"organization", who.organization},
                 {"token", token.hash()},
                 {"to", to.text()},
                 {"role", code(role)},
                 {"user", who.user},
                 {"now", clock_.now()},
                 {"ends", clock_.now() + kInvitationLives}});
    send(who, to, role, token);
    colleagues_.record(who, colleagues_.name_of(who.organization), "organization.invited",
                       Json::Object{{"to", to.masked()}, {"role", code(role)}}, ip_address);
    transaction.commit();
    return Done{};
}

void Invitations::send(Session const& who, LoginId const& to, OrganizationRole role,
                       InvitationToken const& token) {
    auto const organization = colleagues_.name_of(who.organization);
    auto const link = public_url_ + "/settings/invitations/" + token.text() + "/";
    messages::Message message{.event_key = "invitation:" + token.hash(),
                              .kind = "invitation",
                              .channel = to.channel(),
                              .to = to.text()};
    if (message.channel == Channel::sms) {
        message.text =
            "SSR Estimation: " + who.name + " invites you to work in " + organization.name + ": " + link;
    } else {
        message.subject = who.name + " invites you to " + organization.name;
        message.text = "SSR Estimation\n\n" + who.name + " invites you to work in " + organization.name +
                       " as " + std::string{code(role)} +
                       ".\n\nOpen this link and sign in with this address, till " +
                       display_date(clock_.now() + kInvitationLives) + ":\n\n" + link +
                       "\n\nIf you do not know the sender, do nothing.\n";
    }
    outbox_.send(message);
}

Result<Done, InvitationRefused> Invitations::withdraw(Session const& who, PublicInvitationId const& id,
                                                      std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const held = db_.maybe_one(
        R"(
        SELECT recipient, role FROM organization_invitations
         WHERE public_id = :id AND organization_id = :organization AND status = 'open' FOR UPDATE)",
        {{"id", id}, {"organization", who.organization}}, [](db::Row const& row) {
            return std::pair{masked(row.text("recipient")), *parse_organization_role(row.text("role"))};
        });
    if (!held) return Err{over};
    auto const& [recipient, role] = *held;
    auto const actor = colleagues_.lock(who.organization, who.user);
    if (!actor || !may_manage(actor->role, role)) return Err{not_allowed};
    db_.execute(
        "UPDATE organization_invitations SET status = 'withdrawn', ended_at = :now, recipient = :masked "
        "WHERE public_id = :id",
        {{"now", clock_.now()}, {"masked", recipient}, {"id", id}});
    colleagues_.record(who, colleagues_.name_of(who.organization), "organization.invitation_withdrawn",
                       Json::Object{{"to", recipient}}, ip_address);
    transaction.commit();
    return Done{};
}

Result<Invitation, InvitationRefused> Invitations::find(Session const& who, InvitationToken const& token) {
    auto const found = db_.maybe_one(R"(
        SELECT i.organization_id, o.name AS organization, u.name AS inviter, i.invited_by, i.recipient, i.role, i.expires_at
          FROM organization_invitations i JOIN organizations o ON o.id = i.organization_id JOIN users u ON u.id = i.invited_by
          JOIN memberships m ON m.organization_id = i.organization_id AND m.user_id = i.invited_by AND m.role IN ('owner', 'admin')
         WHERE i.token_hash = :token AND i.status = 'open' AND i.expires_at > :now FOR UPDATE OF i)",
                                     {{"token", token.hash()}, {"now", clock_.now()}}, to_invitation);
    if (!found) return Err{over};
    if (found->recipient != who.phone && found->recipient != who.email) return Err{not_his};
    return *found;
}

// Whom it was sent to is of no use any more.
bool Invitations::end(InvitationToken const& token, std::string_view status, std::string const& recipient) {
    return db_.execute(R"(
        UPDATE organization_invitations SET status = :status, ended_at = :now, recipient = :masked
         WHERE token_hash = :token AND status = 'open')",
                       {{"status", status},
                        {"now", clock_.now()},
                        {"masked", masked(recipient)},
                        {"token", token.hash()}}) == 1;
}

Result<Done, InvitationRefused> Invitations::accept(Session const& who, InvitationToken const& token,
                                                    std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const invitation = find(who, token);
    if (!invitation) return Err{invitation.error()};
    if (!end(token, "accepted", invitation->recipient)) return Err{over};
    db_.execute(R"(
        INSERT INTO memberships (organization_id, user_id, role, created_at) VALUES (:organization, :user, :role, :now)
        ON CONFLICT ON CONSTRAINT memberships_once_each DO NOTHING)",
                {{"organization", invitation->organization},
                 {"user", who.user},
                 {"role", code(invitation->role)},
                 {"now", clock_.now()}});
    db_.execute("UPDATE users SET organization_id = :organization WHERE id = :user",
                {{"organization", invitation->organization}, {"user", who.user}});
    colleagues_.record(who, colleagues_.name_of(invitation->organization), "organization.joined",
                       Json::Object{{"role", code(invitation->role)}}, ip_address);
    tell_inviter(*invitation, who.name + " joined " + invitation->organization_name,
                 who.name + " took your invitation and is now " + std::string{code(invitation->role)} +
                     " of " + invitation->organization_name + ".");
    transaction.commit();
    sessions_.refresh(who.user);
    return Done{};
}

Result<Done, InvitationRefused> Invitations::decline(Session const& who, InvitationToken const& token,
                                                     std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const invitation = find(who, token);
    if (!invitation) return Err{invitation.error()};
    if (!end(token, "declined", invitation->recipient)) return Err{over};
    colleagues_.record(who, colleagues_.name_of(invitation->organization), "organization.invitation_declined",
                       {}, ip_address);
    tell_inviter(*invitation, "Your invitation to " + invitation->organization_name + " was declined",
                 masked(invitation->recipient) + " declined your invitation.");
    transaction.commit();
    return Done{};
}

void Invitations::tell_inviter(Invitation const& invitation, std::string const& subject,
                               std::string const& text) {
    if (auto const inviter = colleagues_.lock(invitation.organization, invitation.invited_by))
        colleagues_.tell(*inviter, subject, text);
}

}  // namespace ssr::accounts
