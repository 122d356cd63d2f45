#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>

#include "base/secure.h"
#include "domain/accounts/door.h"
#include "domain/accounts/totp.h"
#include "support/database.h"
#include "support/inbox.h"
#include "support/people.h"

using namespace ssr;
using namespace ssr::accounts;
using namespace std::chrono_literals;

namespace {

std::string const kSecret(64, 's');

struct House {
    explicit House(Clock const& clock)
        : sessions{redis, db, clock}, door{db, clock, sessions, {db, clock, kSecret}} {}
    db::Session db{{test::clone_as("ssr_auth")}};
    cache::Redis redis{test::redis_url()};
    Sessions sessions;
    Door door;
};

struct AtTheDoor {
    Device device() const {
        return {.ip_address = "49.205.10.7", .user_agent = "curl/7", .browser = random_hex(32)};
    }
    Entered enter(LoginId const& proven, Device const& from) {
        auto entered = house.door.enter(proven, from);
        BOOST_REQUIRE(bool(entered));
        return *entered;
    }
    std::int64_t count(std::string const& sql, LoginId const& of) {
        return all.db.one("SELECT count(*) AS n FROM " + sql, {{"of", of.text()}},
                          [](db::Row const& row) { return row.integer("n"); });
    }
    FixedClock clock{*parse_instant("2027-01-11T04:30:00Z")};
    House house{clock};
    test::Database all;
    test::Inbox inbox{all.db, kSecret};
    LoginId const newcomer{test::fresh_phone()};
};

struct Authenticator : AtTheDoor {
    Authenticator() {
        all.db.execute("UPDATE users SET totp_secret_sealed = :sealed WHERE id = :user",
                       {{"sealed", sealed_totp_secret(kSecret, "JBSWY3DPEHPK3PXP")}, {"user", admin.id}});
    }
    std::string code(std::chrono::seconds from_now = 0s) const {
        return totp_code(*from_base32("JBSWY3DPEHPK3PXP"),
                         (clock.now() + from_now).time_since_epoch().count() / 30);
    }
    std::string wrong_code() const { return code() == "000000" ? "000001" : "000000"; }
    test::Person admin = test::a_person(all.db, "admin");
    Totp totp{house.redis, house.db, clock, {kSecret}};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(door, AtTheDoor)

BOOST_AUTO_TEST_CASE(somebody_new_gets_an_account_an_organisation_and_a_session) {
    auto const entered = house.door.enter(newcomer, device());
    BOOST_REQUIRE(bool(entered));
    BOOST_TEST(entered->who.is_new);
    BOOST_TEST(!entered->who.is_complete);
    auto const session = house.sessions.resume(entered->cookie);
    BOOST_REQUIRE(session.has_value());
    BOOST_TEST(session->phone == newcomer.text());
    BOOST_TEST(
        count("memberships m JOIN users u ON u.id = m.user_id AND m.role = 'owner' WHERE u.phone = :of",
              newcomer) == 1);
}

BOOST_AUTO_TEST_CASE(the_second_time_he_is_the_same_person) {
    auto const first = house.door.enter(newcomer, device());
    auto const second = house.door.enter(*LoginId::parse("0091 " + newcomer.text().substr(3)), device());
    BOOST_TEST(!second->who.is_new);
    BOOST_TEST((second->who.id == first->who.id));
    BOOST_TEST(second->cookie != first->cookie);
    BOOST_TEST(count("users WHERE phone = :of", newcomer) == 1);
}

BOOST_AUTO_TEST_CASE(phone_and_mail_of_one_account_lead_to_it) {
    auto const ravi = test::a_person(all.db);
    BOOST_TEST((house.door.enter(LoginId{ravi.phone}, device())->who.id == ravi.id));
    BOOST_TEST((house.door.enter(LoginId{ravi.email}, device())->who.id == ravi.id));
}

BOOST_AUTO_TEST_CASE(an_existing_person_comes_in_with_few_statements) {
    auto const ravi = test::a_person(all.db);
    auto known = device();
    BOOST_TEST(bool(house.door.enter(LoginId{ravi.phone}, known)));
    house.db.reset_counts();
    BOOST_TEST(bool(house.door.enter(LoginId{ravi.phone}, known)));
    BOOST_TEST(house.db.statements() <= 4);
}

BOOST_AUTO_TEST_CASE(a_new_number_from_two_browsers_at_once_is_one_account) {
    std::atomic<int> made = 0, entered = 0;
    std::vector<std::thread> running;
    for (int i = 0; i < 4; ++i)
        running.emplace_back([&] {
            House own{clock};
            auto const in = own.door.enter(newcomer, device());
            entered += bool(in);
            made += in && in->who.is_new;
        });
    for (auto& thread : running) thread.join();
    BOOST_TEST(entered == 4);
    BOOST_TEST(made == 1);
    BOOST_TEST(count("organizations o JOIN users u ON u.id = o.owner_id WHERE u.phone = :of", newcomer) == 1);
}

BOOST_AUTO_TEST_CASE(a_closed_account_is_not_opened) {
    auto const ravi = test::a_person(all.db);
    all.db.execute("UPDATE users SET is_active = false WHERE id = :user", {{"user", ravi.id}});
    auto const refused = house.door.enter(LoginId{ravi.phone}, device());
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error() == EntryRefused::account_closed));
    BOOST_TEST(count("user_sessions s JOIN users u ON u.id = s.user_id WHERE u.phone = :of",
                     LoginId{ravi.phone}) == 0);
}

BOOST_AUTO_TEST_CASE(every_entry_stands_in_the_audit_log) {
    enter(newcomer, device());
    enter(newcomer, device());
    auto const of = "audit_logs a JOIN users u ON u.id = a.user_id WHERE u.phone = :of AND a.action = ";
    BOOST_TEST(count(of + std::string{"'user.registered'"}, newcomer) == 1);
    BOOST_TEST(count(of + std::string{"'user.signed_in'"}, newcomer) == 1);
}

BOOST_AUTO_TEST_CASE(a_person_is_told_of_a_device_that_his_account_does_not_know) {
    auto const ravi = test::a_person(all.db);
    auto const known = device();
    enter(LoginId{ravi.phone}, known);
    BOOST_TEST(inbox.count(ravi.email.text(), "new_device") == 1);
    BOOST_TEST(inbox.text(ravi.email.text()).find("49.205.x.x") != std::string::npos);
    enter(LoginId{ravi.phone}, known);
    BOOST_TEST(inbox.count(ravi.email.text(), "new_device") == 1);
    enter(LoginId{ravi.phone}, device());
    BOOST_TEST(inbox.count(ravi.email.text(), "new_device") == 2);
}

BOOST_AUTO_TEST_CASE(a_completed_profile_shows_in_the_session_and_names_the_organisation) {
    auto const entered = house.door.enter(newcomer, device());
    auto const session = *house.sessions.resume(entered->cookie);
    house.door.complete(session,
                        {*PersonName::parse("S. Kiran Kumar"), *State::parse("36"),
                         CompanyName::parse("R&B Electrical"), Gstin::parse("36AAACI1681G1ZQ")},
                        "49.205.10.7");
    auto const after = *house.sessions.resume(entered->cookie);
    BOOST_TEST(after.is_complete);
    BOOST_TEST(after.name == "S. Kiran Kumar");
    auto const profile = UserStore{house.db}.find_profile(session.user);
    BOOST_TEST(profile.state_code == "36");
    BOOST_TEST(profile.company_name == "R&B Electrical");
    BOOST_TEST(profile.gstin == "36AAACI1681G1ZQ");
    BOOST_TEST(count("organizations o JOIN users u ON u.id = o.owner_id WHERE u.phone = :of AND o.name = "
                     "'R&B Electrical'",
                     newcomer) == 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(authenticator, Authenticator)

BOOST_AUTO_TEST_CASE(a_right_code_confirms_once) {
    BOOST_TEST(bool(totp.confirm(admin.id, code())));
    BOOST_TEST((totp.confirm(admin.id, code()).error().why == TotpWrong::Why::wrong),
               "a code was taken twice");
    clock.advance(30s);
    BOOST_TEST(bool(totp.confirm(admin.id, code())));
}

BOOST_AUTO_TEST_CASE(a_code_of_the_step_beside_is_taken_and_of_the_next_but_one_is_not) {
    BOOST_TEST(bool(totp.confirm(admin.id, code(-30s))));
    BOOST_TEST(bool(totp.confirm(admin.id, code(30s))));
    clock.advance(10min);
    BOOST_TEST(!totp.confirm(admin.id, code(-60s)));
    BOOST_TEST(!totp.confirm(admin.id, code(60s)));
}

BOOST_AUTO_TEST_CASE(a_code_older_than_one_that_was_taken_is_refused) {
    auto const older = code(-30s);
    BOOST_TEST(bool(totp.confirm(admin.id, code())));
    BOOST_TEST(!totp.confirm(admin.id, older));
}

BOOST_AUTO_TEST_CASE(five_wrong_codes_lock_for_half_an_hour) {
    for (int guess = 1; guess < 5; ++guess)
        BOOST_TEST(totp.confirm(admin.id, wrong_code()).error().tries_left == 5 - guess);
    auto const fifth = totp.confirm(admin.id, wrong_code());
    BOOST_TEST((fifth.error().why == TotpWrong::Why::locked));
    BOOST_TEST((fifth.error().retry_after == 30min));
    BOOST_TEST((totp.confirm(admin.id, code()).error().why == TotpWrong::Why::locked));
    clock.advance(30min);
    BOOST_TEST(bool(totp.confirm(admin.id, code())));
}

BOOST_AUTO_TEST_CASE(who_has_no_authenticator_is_told_so) {
    auto const ravi = test::a_person(all.db);
    BOOST_TEST((totp.confirm(ravi.id, code()).error().why == TotpWrong::Why::not_set_up));
}

BOOST_AUTO_TEST_SUITE_END()
