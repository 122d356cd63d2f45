#include <boost/test/unit_test.hpp>

#include "domain/accounts/invitations.h"
#include "domain/works/work_store.h"
#include "support/database.h"
#include "support/inbox.h"
#include "support/people.h"

using namespace ssr;
using namespace ssr::accounts;
using namespace std::chrono_literals;
using enum OrganizationRole;

namespace {

std::string const kKey(64, 'k');

struct Office : test::Database {
    FixedClock clock{*parse_instant("2026-11-24T10:00:00Z")};
    db::Session door{{test::clone_as("ssr_auth")}};
    cache::Redis redis{test::redis_url()};
    Sessions sessions{redis, door, clock};
    messages::Outbox outbox{door, clock, kKey};
    Organizations organizations{door, clock, sessions, outbox};
    Invitations invitations{door, clock, sessions, outbox, "https://ssr.test"};
    test::Inbox inbox{db, kKey};
    test::Person ravi = test::a_person(db), sita = test::a_person(db);
    std::string const ravis = test::a_session(db, ravi, clock.now()),
                      sitas = test::a_session(db, sita, clock.now());

    Session session(std::string const& cookie) { return sessions.resume(cookie).value(); }
    Session as_ravi() { return session(ravis); }
    Session as_sita() { return session(sitas); }
    InvitationToken invite(LoginId const& to, OrganizationRole role = member) {
        BOOST_REQUIRE(bool(invitations.invite(as_ravi(), to, role, "")));
        auto const text = inbox.text(to.text());
        auto const at = text.find("/settings/invitations/") + 22;
        return *InvitationToken::parse(text.substr(at, 64));
    }
    void join(OrganizationRole role) {
        BOOST_REQUIRE(bool(invitations.accept(as_sita(), invite(LoginId{sita.email}, role), "")));
    }
    std::string role_of(test::Person const& who) {
        return db
            .maybe_one("SELECT role FROM memberships WHERE organization_id = :o AND user_id = :u",
                       {{"o", ravi.organization}, {"u", who.id}},
                       [](db::Row const& row) { return row.text("role"); })
            .value_or("none");
    }
    int mails(test::Person const& to) { return inbox.count(to.email.text(), "organization"); }
};

template <class T, class E>
bool refused(Result<T, E> const& result, E why) {
    return !result && result.error() == why;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(colleagues_of_an_organisation, Office)

BOOST_AUTO_TEST_CASE(somebody_invited_by_mail_joins_and_works_there_from_then_on_on_every_device) {
    auto const other_device = test::a_session(db, sita, clock.now());
    BOOST_TEST((session(other_device).organization == sita.organization));
    join(member);
    BOOST_TEST((as_sita().organization == ravi.organization));
    BOOST_TEST((as_sita().organization_role == member));
    BOOST_TEST((session(other_device).organization == ravi.organization));
    BOOST_TEST(role_of(sita) == "member");
    BOOST_TEST(mails(ravi) == 1);
    works::WorkStore store{db};
    store.insert(ravi.organization, ravi.id, *works::WorkName::parse("The bridge"), clock.now());
    BOOST_TEST(store.list(as_sita().organization, "", 1).total == 1);
    BOOST_TEST(store.list(sita.organization, "", 1).total == 0);
}

BOOST_AUTO_TEST_CASE(an_invitation_by_phone_comes_as_a_text_and_is_good_for_that_number) {
    auto const token = invite(LoginId{sita.phone}, viewer);
    BOOST_TEST(bool(invitations.accept(as_sita(), token, "")));
    BOOST_TEST((as_sita().organization_role == viewer));
}

BOOST_AUTO_TEST_CASE(an_invitation_is_good_once_for_a_week_and_for_the_one_whom_it_was_sent_to) {
    auto const stranger = test::a_session(db, test::a_person(db), clock.now());
    auto token = invite(LoginId{sita.email});
    BOOST_TEST(refused(invitations.find(session(stranger), token), InvitationRefused::not_his));
    BOOST_TEST(refused(invitations.accept(session(stranger), token, ""), InvitationRefused::not_his));
    BOOST_TEST(refused(invitations.find(as_sita(), InvitationToken::fresh()), InvitationRefused::over));
    BOOST_TEST(bool(invitations.accept(as_sita(), token, "")));
    BOOST_TEST(refused(invitations.accept(as_sita(), token, ""), InvitationRefused::over));

    auto const gita = test::a_person(db);
    auto const gitas = test::a_session(db, gita, clock.now());
    token = invite(LoginId{gita.email});
    clock.advance(kInvitationLives - 2h);
    BOOST_TEST(bool(invitations.find(session(test::a_session(db, gita, clock.now())), token)));
    clock.advance(2h);
    BOOST_TEST(refused(invitations.accept(session(test::a_session(db, gita, clock.now())), token, ""),
                       InvitationRefused::over));
}

BOOST_AUTO_TEST_CASE(a_second_invitation_takes_the_place_of_the_first_and_one_taken_back_opens_nothing) {
    auto const first = invite(LoginId{sita.email}), second = invite(LoginId{sita.email});
    BOOST_TEST(refused(invitations.find(as_sita(), first), InvitationRefused::over));
    BOOST_TEST(bool(invitations.find(as_sita(), second)));
    auto const open = invitations.list(ravi.organization);
    BOOST_REQUIRE(open.size() == 1u);
    BOOST_TEST(open[0].recipient == sita.email.masked());
    BOOST_TEST(refused(invitations.withdraw(as_sita(), open[0].id, ""), InvitationRefused::over));
    BOOST_TEST(bool(invitations.withdraw(as_ravi(), open[0].id, "")));
    BOOST_TEST(refused(invitations.find(as_sita(), second), InvitationRefused::over));
}

BOOST_AUTO_TEST_CASE(the_link_s_secret_and_the_recipient_of_a_used_invitation_are_not_kept) {
    auto const token = invite(LoginId{sita.email});
    BOOST_TEST(bool(invitations.decline(as_sita(), token, "")));
    auto const kept = db.one(
        "SELECT token_hash || ' ' || recipient || ' ' || status AS text FROM organization_invitations WHERE "
        "organization_id = :o",
        {{"o", ravi.organization}}, [](db::Row const& row) { return row.text("text"); });
    BOOST_TEST((kept.find(token.text()) == std::string::npos));
    BOOST_TEST((kept.find(sita.email.text()) == std::string::npos));
    BOOST_TEST(kept.ends_with("declined"));
    BOOST_TEST(role_of(sita) == "none");
    BOOST_TEST(mails(ravi) == 1);
}

BOOST_AUTO_TEST_CASE(viewers_and_members_invite_nobody_and_admins_no_admins) {
    join(viewer);
    LoginId const gita{test::fresh_email()};
    BOOST_TEST(refused(invitations.invite(as_sita(), gita, viewer, ""), InvitationRefused::not_allowed));
    BOOST_TEST(bool(organizations.change_role(as_ravi(), sita.public_id, member, "")));
    BOOST_TEST(refused(invitations.invite(as_sita(), gita, viewer, ""), InvitationRefused::not_allowed));
    BOOST_TEST(bool(organizations.change_role(as_ravi(), sita.public_id, admin, "")));
    BOOST_TEST(bool(invitations.invite(as_sita(), gita, viewer, "")));
    BOOST_TEST(refused(invitations.invite(as_sita(), LoginId{test::fresh_email()}, admin, ""),
                       InvitationRefused::not_allowed));
    BOOST_TEST(mails(sita) == 2);  // of each new role
}

BOOST_AUTO_TEST_CASE(twenty_invitations_a_day_are_enough_and_a_member_is_not_invited_again) {
    join(member);
    BOOST_TEST(refused(invitations.invite(as_ravi(), LoginId{sita.phone}, member, ""),
                       InvitationRefused::is_member));
    for (int i = 1; i < kMostOpenInvitations; ++i)
        BOOST_TEST(bool(invitations.invite(as_ravi(), LoginId{test::fresh_email()}, member, "")));
    LoginId const last{test::fresh_email()};
    BOOST_TEST(refused(invitations.invite(as_ravi(), last, member, ""), InvitationRefused::too_many));
    clock.advance(24h);
    BOOST_TEST(bool(invitations.invite(session(test::a_session(db, ravi, clock.now())), last, member, "")));
}

BOOST_AUTO_TEST_CASE(somebody_removed_sees_the_works_no_longer_from_that_moment) {
    join(member);
    BOOST_TEST((as_sita().organization == ravi.organization));
    BOOST_TEST(bool(organizations.remove(as_ravi(), sita.public_id, "")));
    BOOST_TEST((as_sita().organization == sita.organization));
    BOOST_TEST((as_sita().organization_role == owner));
    BOOST_TEST(mails(sita) == 1);
}

BOOST_AUTO_TEST_CASE(nobody_touches_the_owner_and_an_admin_no_admin) {
    join(admin);
    BOOST_TEST(
        refused(organizations.remove(as_sita(), ravi.public_id, ""), OrganizationRefused::not_allowed));
    BOOST_TEST(refused(organizations.change_role(as_sita(), ravi.public_id, viewer, ""),
                       OrganizationRefused::not_allowed));
    BOOST_TEST(refused(organizations.change_role(as_sita(), sita.public_id, member, ""),
                       OrganizationRefused::not_allowed));
    BOOST_TEST(
        refused(organizations.hand_over(as_sita(), sita.public_id, ""), OrganizationRefused::not_allowed));
    BOOST_TEST(role_of(ravi) == "owner");
    BOOST_TEST(role_of(sita) == "admin");
}

// Edge case "Admin tries to access another org".
BOOST_AUTO_TEST_CASE(admin_tries_to_access_another_org) {
    join(admin);
    auto const stranger = test::a_person(db);
    BOOST_TEST(
        refused(organizations.remove(as_sita(), stranger.public_id, ""), OrganizationRefused::not_found));
    BOOST_TEST(refused(organizations.change_role(as_sita(), stranger.public_id, viewer, ""),
                       OrganizationRefused::not_found));
    BOOST_TEST(!organizations.find_member(as_sita().organization, stranger.public_id).has_value());
    auto const theirs =
        db.one("SELECT public_id FROM organizations WHERE id = :o", {{"o", stranger.organization}},
               [](db::Row const& row) { return row.public_id<PublicOrganizationId>("public_id"); });
    BOOST_TEST(refused(organizations.switch_to(as_sita(), theirs), OrganizationRefused::not_found));
    BOOST_TEST((as_sita().organization == ravi.organization));
    // Its own twin: to his own he may go, and back.
    for (auto const& line : organizations.list(as_sita()))
        if (!line.is_current) BOOST_TEST(bool(organizations.switch_to(as_sita(), line.id)));
    BOOST_TEST((as_sita().organization == sita.organization));
}

BOOST_AUTO_TEST_CASE(the_owner_hands_over_and_both_have_an_organisation_of_their_own) {
    join(member);
    BOOST_TEST(refused(organizations.leave(as_ravi(), ""), OrganizationRefused::owner_stays));
    BOOST_TEST(bool(organizations.hand_over(as_ravi(), sita.public_id, "")));
    BOOST_TEST(role_of(sita) == "owner");
    BOOST_TEST(role_of(ravi) == "admin");
    BOOST_TEST((as_ravi().organization == ravi.organization));
    BOOST_TEST((as_ravi().organization_role == admin));
    BOOST_TEST(organizations.list(as_ravi()).size() == 2u);
    BOOST_TEST(organizations.list(as_sita()).size() == 2u);
    BOOST_TEST(mails(ravi) >= 1);
    BOOST_TEST(mails(sita) >= 1);
    BOOST_TEST(bool(organizations.leave(as_ravi(), "")));
    BOOST_TEST((as_ravi().organization != ravi.organization));
    BOOST_TEST((as_ravi().organization_role == owner));
}

BOOST_AUTO_TEST_CASE(every_change_stands_in_the_audit_trail_without_anybody_s_number) {
    join(member);
    BOOST_TEST(bool(organizations.change_role(as_ravi(), sita.public_id, viewer, "")));
    BOOST_TEST(bool(organizations.leave(as_sita(), "")));
    auto const trail = db.list(
        "SELECT action || ' ' || changes AS line FROM audit_logs WHERE model_name = 'organizations' AND "
        "object_id = (SELECT cast(public_id AS text) FROM organizations WHERE id = :o) ORDER BY id",
        {{"o", ravi.organization}}, [](db::Row const& row) { return row.text("line"); });
    BOOST_REQUIRE(trail.size() == 4u);
    BOOST_TEST(trail[0].starts_with("organization.invited"));
    BOOST_TEST(trail[1].starts_with("organization.joined"));
    BOOST_TEST(trail[2].starts_with("organization.role_changed"));
    BOOST_TEST(trail[3].starts_with("organization.left"));
    for (auto const& line : trail) BOOST_TEST((line.find(sita.email.text()) == std::string::npos));
}

BOOST_AUTO_TEST_SUITE_END()
