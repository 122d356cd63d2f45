#include <boost/test/unit_test.hpp>

#include "domain/accounts/totp.h"
#include "handlers/auth_door.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::header, test::json_of, test::shows, test::Door;
using web::Status;

BOOST_FIXTURE_TEST_SUITE(devices, Door)

BOOST_AUTO_TEST_CASE(a_person_sees_his_devices_and_signs_one_out) {
    auto const person = test::a_person(all.db);
    auto desk = browser_of(person), phone_browser = browser_of(person);
    auto const list = desk.get("/accounts/sessions/");
    BOOST_TEST(shows(list, "This device"));
    BOOST_TEST(shows(list, "Sign out 1 other device?"));
    auto const other = *app.sessions.resume(phone_browser.cookie("__Host-sid"));
    auto const id = all.db.one("SELECT public_id FROM user_sessions WHERE id = :id", {{"id", other.id}},
                               [](db::Row const& row) { return row.text("public_id"); });
    BOOST_TEST(header(desk.post("/accounts/sessions/" + id + "/revoke/"), "Location") ==
               "/accounts/sessions/");
    BOOST_TEST((phone_browser.get("/api/auth/me/").status == Status::unauthorized));
    BOOST_TEST((desk.get("/api/auth/me/").status == Status::ok));
}

BOOST_AUTO_TEST_CASE(another_persons_session_does_not_exist) {
    auto ravi = browser_of(test::a_person(all.db));
    auto sita = browser_of(test::a_person(all.db));
    auto const hers = *app.sessions.resume(sita.cookie("__Host-sid"));
    auto const id = all.db.one("SELECT public_id FROM user_sessions WHERE id = :id", {{"id", hers.id}},
                               [](db::Row const& row) { return row.text("public_id"); });
    BOOST_TEST((ravi.post("/accounts/sessions/" + id + "/revoke/").status == Status::not_found));
    BOOST_TEST((ravi.post("/accounts/sessions/x/revoke/").status == Status::not_found));
    BOOST_TEST((sita.get("/api/auth/me/").status == Status::ok));
}

BOOST_AUTO_TEST_CASE(signing_out_ends_the_session_and_a_look_at_the_address_does_not) {
    auto ravi = browser_of(test::a_person(all.db));
    auto const cookie = ravi.cookie("__Host-sid");
    BOOST_TEST((ravi.get("/accounts/logout/").status == Status::method_not_allowed));
    BOOST_TEST((ravi.get("/api/auth/me/").status == Status::ok));
    BOOST_TEST(header(ravi.post("/accounts/logout/"), "Location") == "/accounts/login/?signed_out=1");
    BOOST_TEST(ravi.cookie("__Host-sid") == "");
    BOOST_TEST(shows(ravi.get("/accounts/login/?signed_out=1"), "You are signed out."));
    ravi.set_cookie("__Host-sid", cookie);
    BOOST_TEST((ravi.get("/api/auth/me/").status == Status::unauthorized), "the old cookie opened again");
}

BOOST_AUTO_TEST_CASE(signing_out_everywhere_means_everywhere_and_others_means_others) {
    auto const person = test::a_person(all.db);
    auto one = browser_of(person), two = browser_of(person), three = browser_of(person);
    one.post("/accounts/logout-all/", {{"only_others", "1"}});
    BOOST_TEST((one.get("/api/auth/me/").status == Status::ok));
    BOOST_TEST((two.get("/api/auth/me/").status == Status::unauthorized));
    one.post("/accounts/logout-all/");
    BOOST_TEST((one.get("/api/auth/me/").status == Status::unauthorized));
    BOOST_TEST((three.get("/api/auth/me/").status == Status::unauthorized));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(staff, Door)

BOOST_AUTO_TEST_CASE(a_member_of_staff_confirms_with_his_authenticator) {
    auto const admin = test::a_person(all.db, "admin");
    all.db.execute("UPDATE users SET totp_secret_sealed = :sealed WHERE id = :user",
                   {{"sealed", accounts::sealed_totp_secret(config.house.secret_key, "JBSWY3DPEHPK3PXP")},
                    {"user", admin.id}});
    auto const code = accounts::totp_code(*accounts::from_base32("JBSWY3DPEHPK3PXP"),
                                          app.clock.now().time_since_epoch().count() / 30);
    auto program = browser_of(admin);
    auto const before = program.cookie("__Host-sid");
    auto const wrong = program.post_json("/api/auth/verify-totp/",
                                         Json::Object{{"totp", code == "000000" ? "000001" : "000000"}});
    BOOST_TEST((wrong.status == Status::unauthorized));
    BOOST_TEST(json_of(wrong)["code"].text().value() == "wrong_totp");
    BOOST_TEST(
        (program.post_json("/api/auth/verify-totp/", Json::Object{{"totp", code}}).status == Status::ok));
    BOOST_TEST(program.cookie("__Host-sid") != before);
    BOOST_TEST(app.sessions.resume(program.cookie("__Host-sid"))->is_staff_level);
    BOOST_TEST(!app.sessions.resume(before).has_value());

    auto person = browser_of(admin);
    BOOST_TEST(shows(person.get("/accounts/verify-totp/?next=/admin-panel/"), "name=\"totp\""));
    auto const replayed = person.post("/accounts/verify-totp/", {{"totp", code}, {"next", "/admin-panel/"}});
    BOOST_TEST((replayed.status == Status::unprocessable));
    BOOST_TEST(shows(replayed, "Each code of the app counts once."));
    advance(30s);
    auto const next_code = accounts::totp_code(*accounts::from_base32("JBSWY3DPEHPK3PXP"),
                                               app.clock.now().time_since_epoch().count() / 30);
    auto const raised =
        person.post("/accounts/verify-totp/", {{"totp", next_code}, {"next", "/admin-panel/"}});
    BOOST_TEST(header(raised, "Location") == "/admin-panel/");
}

BOOST_AUTO_TEST_CASE(others_have_no_authenticator_to_confirm_with) {
    auto ravi = browser_of(test::a_person(all.db));
    BOOST_TEST((ravi.get("/accounts/verify-totp/").status == Status::forbidden));
    BOOST_TEST((ravi.post_json("/api/auth/verify-totp/", Json::Object{{"totp", "123456"}}).status ==
                Status::forbidden));
    auto stranger = browser();
    BOOST_TEST((stranger.post_json("/api/auth/verify-totp/", Json::Object{{"totp", "123456"}}).status ==
                Status::unauthorized));
}

BOOST_AUTO_TEST_SUITE_END()
