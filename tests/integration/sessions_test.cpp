#include "domain/accounts/sessions.h"

#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "domain/accounts/standing.h"
#include "support/database.h"
#include "support/people.h"

using namespace ssr;
using namespace ssr::accounts;
using namespace std::chrono_literals;

namespace {

Device const kDesk{.ip_address = "49.205.10.7",
                   .user_agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36"};

struct House {
    House() { sessions.refresh(ravi.id); }
    int statements() const { return db.statements(); }
    std::optional<Session> resume(std::string const& cookie) {
        db.reset_counts();
        redis.reset_counts();
        return sessions.resume(cookie);
    }
    void lose(std::string const& cookie) { redis.erase("session:" + sha256_hex(cookie)); }

    FixedClock clock{*parse_instant("2027-01-11T04:30:00Z")};
    test::Database all;
    db::Session db{{test::clone_as("ssr_auth")}};
    cache::Redis redis{test::redis_url()};
    Sessions sessions{redis, db, clock};
    test::Person ravi = test::a_person(all.db);
    test::Person sita = test::a_person(all.db);
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sessions_of_people, House)

BOOST_AUTO_TEST_CASE(a_session_names_the_person_and_his_organisation) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    BOOST_TEST(cookie.size() == 64u);
    auto const session = resume(cookie);
    BOOST_REQUIRE(session.has_value());
    BOOST_TEST((session->user == ravi.id));
    BOOST_TEST((session->organization == ravi.organization));
    BOOST_TEST(session->name == ravi.name);
    BOOST_TEST(session->phone == ravi.phone.e164());
    BOOST_TEST(session->is_complete);
    BOOST_TEST(!session->is_staff_level);
}

BOOST_AUTO_TEST_CASE(a_cookie_that_nobody_got_is_no_session) {
    BOOST_TEST(!resume(random_hex(32)));
    BOOST_TEST(!resume(""));
    BOOST_TEST(!resume("x"));
    sessions.start(ravi.id, kDesk);
    auto const key =
        all.db.one("SELECT session_key FROM user_sessions WHERE user_id = :user", {{"user", ravi.id}},
                   [](db::Row const& row) { return row.text("session_key"); });
    BOOST_TEST(!resume(key), "what the tables hold opens a session");
}

BOOST_AUTO_TEST_CASE(a_request_costs_one_look_into_redis_and_no_statement) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    resume(cookie);
    BOOST_TEST(resume(cookie).has_value());
    BOOST_TEST(redis.round_trips() == 1);
    BOOST_TEST(statements() == 0);
}

BOOST_AUTO_TEST_CASE(what_redis_lost_is_rebuilt_with_one_statement) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    resume(cookie);
    lose(cookie);
    BOOST_TEST(resume(cookie).has_value());
    BOOST_TEST(statements() == 1);
}

BOOST_AUTO_TEST_CASE(an_unused_session_ends_after_seven_days) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    clock.advance(7 * 24h - 1s);
    BOOST_TEST(resume(cookie).has_value());
    clock.advance(7 * 24h);
    BOOST_TEST(!resume(cookie));
    lose(cookie);
    BOOST_TEST(!resume(cookie), "the rebuilt one lived on");
}

BOOST_AUTO_TEST_CASE(a_session_in_use_ends_after_thirty_days) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    for (int day = 1; day < 30; ++day) {
        clock.advance(24h);
        BOOST_TEST(resume(cookie).has_value());
    }
    clock.advance(24h);
    BOOST_TEST(!resume(cookie));
}

BOOST_AUTO_TEST_CASE(the_last_use_is_noted_once_an_hour) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    resume(cookie);
    clock.advance(59min);
    resume(cookie);
    BOOST_TEST(statements() == 0);
    clock.advance(1min);
    resume(cookie);
    BOOST_TEST(statements() == 1);
    BOOST_TEST((sessions.list(ravi.id).at(0).last_activity == clock.now()));
    resume(cookie);
    BOOST_TEST(statements() == 0);
}

BOOST_AUTO_TEST_CASE(signing_out_ends_the_session_at_once) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    auto const other = sessions.start(ravi.id, kDesk);
    resume(cookie);
    sessions.end(cookie, "signed_out");
    BOOST_TEST(!resume(cookie));
    lose(cookie);
    BOOST_TEST(!resume(cookie));
    BOOST_TEST(resume(other).has_value());
}

BOOST_AUTO_TEST_CASE(a_late_reader_does_not_bring_an_ended_session_back) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    sessions.end(cookie, "signed_out");
    // The mark that the end left is what keeps a reader, who has read the row before, from writing his copy.
    BOOST_TEST((redis.get("session:" + sha256_hex(cookie)) == "ended"));
    BOOST_TEST(!resume(cookie));
    BOOST_TEST(statements() == 0);
}

BOOST_AUTO_TEST_CASE(a_person_ends_his_own_session_and_no_other_persons) {
    auto const mine = sessions.start(ravi.id, kDesk);
    auto const hers = sessions.start(sita.id, kDesk);
    auto const line = sessions.list(sita.id).at(0);
    BOOST_TEST(!sessions.end_one(ravi.id, line.public_id, "revoked"));
    BOOST_TEST(resume(hers).has_value());
    BOOST_TEST(sessions.end_one(sita.id, line.public_id, "revoked"));
    BOOST_TEST(!resume(hers));
    BOOST_TEST(!sessions.end_one(sita.id, line.public_id, "revoked"), "ended twice");
    BOOST_TEST(resume(mine).has_value());
}

BOOST_AUTO_TEST_CASE(signing_out_everywhere_keeps_only_the_device_in_hand) {
    auto const here = sessions.start(ravi.id, kDesk);
    auto const phone = sessions.start(ravi.id, kDesk);
    auto const hers = sessions.start(sita.id, kDesk);
    BOOST_TEST(sessions.end_all(ravi.id, "signed_out_everywhere", resume(here)->id) == 1);
    BOOST_TEST(resume(here).has_value());
    BOOST_TEST(!resume(phone));
    BOOST_TEST(resume(hers).has_value());
    BOOST_TEST(sessions.end_all(ravi.id, "signed_out_everywhere") == 1);
    BOOST_TEST(!resume(here));
}

BOOST_AUTO_TEST_CASE(a_change_of_the_person_shows_in_the_next_request) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    resume(cookie);
    all.db.execute("UPDATE users SET name = 'Ravi K', role = 'support' WHERE id = :user",
                   {{"user", ravi.id}});
    sessions.refresh(ravi.id);
    auto const session = resume(cookie);
    BOOST_TEST(session->name == "Ravi K");
    BOOST_TEST((session->role == Role::support));
}

BOOST_AUTO_TEST_CASE(a_closed_account_has_no_session) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    resume(cookie);
    all.db.execute("UPDATE users SET is_active = false WHERE id = :user", {{"user", ravi.id}});
    sessions.refresh(ravi.id);
    BOOST_TEST(!resume(cookie));
}

BOOST_AUTO_TEST_CASE(a_change_of_role_or_standing_ends_all_sessions_at_once) {
    db::Session admins{{test::clone_as("ssr_admin")}};
    Sessions of_admins{redis, admins, clock};
    Standing standing{admins, clock, of_admins};
    auto const admin = test::a_person(all.db, "superadmin");
    Actor const by{admin.id, "10.0.0.1"};
    auto cookie = sessions.start(ravi.id, kDesk);
    resume(cookie);
    BOOST_TEST(standing.change_role(by, ravi.public_id, Role::support));
    BOOST_TEST(!resume(cookie));
    BOOST_TEST(!standing.change_role(by, ravi.public_id, Role::support), "he has it already");
    cookie = sessions.start(ravi.id, kDesk);
    BOOST_TEST((resume(cookie)->role == Role::support));
    BOOST_TEST(standing.close(by, ravi.public_id, "abuse"));
    BOOST_TEST(!resume(cookie));
    BOOST_TEST(standing.reopen(by, ravi.public_id));
    BOOST_TEST(!resume(cookie), "what is over stays over");
    BOOST_TEST(resume(sessions.start(ravi.id, kDesk)).has_value());
}

BOOST_AUTO_TEST_CASE(a_session_knows_when_it_was_confirmed_also_after_redis_lost_it) {
    auto const cookie = sessions.raise_to_staff(sessions.start(ravi.id, kDesk));
    auto const confirmed = clock.now();
    clock.advance(3min);
    BOOST_TEST((resume(cookie)->confirmed_at == confirmed));
    BOOST_TEST((resume(cookie)->confirmed_at == confirmed), "the copy");
    lose(cookie);
    BOOST_TEST((resume(cookie)->confirmed_at == confirmed));
    BOOST_TEST(!resume(sessions.start(sita.id, kDesk))->confirmed_at.has_value());
}

BOOST_AUTO_TEST_CASE(raising_a_session_changes_its_cookie) {
    auto const cookie = sessions.start(ravi.id, kDesk);
    resume(cookie);
    auto const raised = sessions.raise_to_staff(cookie);
    BOOST_TEST(raised != cookie);
    BOOST_TEST(!resume(cookie));
    BOOST_TEST(resume(raised)->is_staff_level);
}

BOOST_AUTO_TEST_CASE(a_browser_that_signed_in_before_is_known_again) {
    auto device = kDesk;
    device.browser = random_hex(32);
    sessions.end(sessions.start(ravi.id, device), "signed_out");
    BOOST_TEST(sessions.knows(ravi.id, device.browser));
    BOOST_TEST(!sessions.knows(sita.id, device.browser));
    BOOST_TEST(!sessions.knows(ravi.id, random_hex(32)));
    BOOST_TEST(!sessions.knows(ravi.id, ""));
}

BOOST_AUTO_TEST_CASE(a_strange_user_agent_breaks_nothing) {
    auto device = kDesk;
    device.user_agent = std::string{"\xff\xfe\n{\"fake\":1}"} + std::string(5000, 'x');
    sessions.start(ravi.id, device);
    BOOST_TEST(sessions.list(ravi.id).at(0).user_agent.starts_with("{\"fake\":1}xxx"));
    BOOST_TEST(sessions.list(ravi.id).at(0).user_agent.size() <= 400u);
}

BOOST_AUTO_TEST_SUITE_END()
