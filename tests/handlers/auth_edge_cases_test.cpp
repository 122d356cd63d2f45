#include <boost/test/unit_test.hpp>

#include "handlers/auth_door.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::header, test::json_of, test::shows, test::Door, test::countdown_on;
using web::Status;

namespace {

struct Filling : Door {
    test::Person const person = test::a_person(all.db);
    test::Browser ravi = browser_of(person);
    web::Fields const details{
        {"name", "Typed & kept"}, {"state_code", "37"}, {"address", "Line 1\r\nLine 2"}};

    /// The session ends while the form is open, and the form is sent.
    web::Response send_after_the_end() {
        ravi.get("/profile/");
        advance(std::chrono::days{8});
        return ravi.on_page("/profile/").post("/profile/", details);
    }
    std::string name_now() {
        return all.db.one("SELECT name FROM users WHERE id = :user", {{"user", person.id}},
                          [](db::Row const& row) { return row.text("name"); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(edge_cases_of_authentication, Filling)

BOOST_AUTO_TEST_CASE(otp_expires_before_verification) {
    auto stranger = browser();
    stranger.get("/accounts/login/");
    stranger.post("/accounts/login/", {{"identifier", phone}});
    advance(301s);
    auto const late = stranger.post("/accounts/verify-otp/", {{"otp", code_for(phone)}});
    BOOST_TEST(shows(late, "That code has expired."));
    BOOST_TEST(shows(late, ">Send a new code<"));
    BOOST_TEST(
        header(stranger.post("/accounts/resend-otp/"), "Location").starts_with("/accounts/verify-otp/"));
}

BOOST_AUTO_TEST_CASE(user_enters_wrong_otp_5_times) {
    auto stranger = browser();
    stranger.get("/accounts/login/");
    stranger.post("/accounts/login/", {{"identifier", phone}});
    for (int i = 0; i < 5; ++i) stranger.post("/accounts/verify-otp/", {{"otp", wrong_code_for(phone)}});
    auto const right = stranger.post("/accounts/verify-otp/", {{"otp", code_for(phone)}});
    BOOST_TEST((right.status == Status::too_many));
    BOOST_TEST(shows(right, "Sign-in is locked in this browser"));
    auto const wait = countdown_on(right);
    BOOST_TEST((wait > 1790 && wait <= 1800));
    advance(30min);
    BOOST_TEST(!shows(stranger.get("/accounts/verify-otp/"), "Sign-in is locked in this browser"));
}

BOOST_AUTO_TEST_CASE(user_requests_too_many_otps_an_hour) {
    auto const address = test::fresh_email().text();
    auto stranger = browser();
    stranger.get("/accounts/login/");
    for (int i = 0; i < 10; ++i) {
        BOOST_TEST(
            (stranger.post("/accounts/login/", {{"identifier", address}}).status == Status::see_other));
        advance(61s);
    }
    auto const refused = stranger.post("/accounts/login/", {{"identifier", address}});
    BOOST_TEST((refused.status == Status::too_many));
    BOOST_TEST(shows(refused, "The next one can be sent in 50 minutes."));
    BOOST_TEST(shows(refused, "data-countdown="));
    auto const wait = std::stoi(header(refused, "Retry-After"));
    BOOST_TEST((wait > 2980 && wait <= 3600 - 610));
}

BOOST_AUTO_TEST_CASE(session_expires_during_form_fill) {
    auto const sent = send_after_the_end();
    BOOST_TEST(header(sent, "Location") == "/accounts/login/?next=%2Fprofile%2F");
    BOOST_TEST(name_now() == person.name);
    BOOST_TEST(sign_in(ravi, person.phone.e164(), person.phone.e164(), "/profile/") == "/profile/");
    auto const page = ravi.get("/profile/");
    for (auto const* text : {"Your form is as you left it.", "value=\"Typed &amp; kept\"",
                             "<option selected value=\"37\"", "Line 1\r\nLine 2</textarea>"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(name_now() == person.name, "nobody but the user sends it");
    BOOST_TEST(header(ravi.post("/profile/", details), "Location") == "/profile/?saved=1");
    BOOST_TEST(name_now() == "Typed & kept");
    BOOST_TEST(!shows(ravi.get("/profile/"), "as you left it"));
}

BOOST_AUTO_TEST_CASE(session_expires_during_form_fill_and_somebody_else_signs_in) {
    send_after_the_end();
    auto const sita = test::a_person(all.db);
    sign_in(ravi, sita.phone.e164(), sita.phone.e164(), "/profile/");
    BOOST_TEST(!shows(ravi.get("/profile/"), "Typed"));
    auto elsewhere = browser();
    sign_in(elsewhere, person.phone.e164(), person.phone.e164(), "/profile/");
    BOOST_TEST(!shows(elsewhere.get("/profile/"), "Typed"));
}

BOOST_AUTO_TEST_CASE(session_expires_during_form_fill_and_the_form_is_kept_for_an_hour_only) {
    send_after_the_end();
    advance(1h);
    sign_in(ravi, person.phone.e164(), person.phone.e164(), "/profile/");
    BOOST_TEST(!shows(ravi.get("/profile/"), "Typed"));
}

BOOST_AUTO_TEST_CASE(session_expires_before_a_button_is_pressed) {
    advance(std::chrono::days{8});
    auto const sent = ravi.on_page("/accounts/sessions/").post("/accounts/logout-all/");
    BOOST_TEST(header(sent, "Location") == "/accounts/login/?next=%2Faccounts%2Fsessions%2F");
    BOOST_TEST(ravi.cookie("__Host-form") == "", "nothing was typed");
}

BOOST_AUTO_TEST_CASE(a_form_that_no_page_of_ours_sent_is_not_kept) {
    advance(std::chrono::days{8});
    ravi.without_token().post("/profile/", details);
    BOOST_TEST(ravi.cookie("__Host-form") == "");
    auto forger = browser();
    forger.set_cookie("__Host-sid", std::string(64, 'a'));
    forger.post("/profile/", details);
    BOOST_TEST(forger.cookie("__Host-form") == "", "no session of anybody");
}

BOOST_AUTO_TEST_CASE(login_from_new_device) {
    auto own = browser();
    sign_in(own, person.phone.e164(), person.phone.e164());
    BOOST_TEST(inbox.count(person.email.text(), "new_device") == 1);
    BOOST_TEST(inbox.text(person.email.text()).find("Chrome on Linux") != std::string::npos);
    advance(61s);
    own.post("/accounts/logout/");
    sign_in(own, person.phone.e164(), person.phone.e164());
    BOOST_TEST(inbox.count(person.email.text(), "new_device") == 1, "it is known now");
    BOOST_TEST(shows(own.get("/accounts/sessions/"), "This device"));
}

BOOST_AUTO_TEST_CASE(concurrent_logins_from_more_than_10_devices) {
    std::vector<test::Browser> devices;
    for (int i = 0; i < 11; ++i) devices.push_back(browser_of(person));
    for (auto& device : devices) BOOST_TEST((device.get("/api/auth/me/").status == Status::ok));
    auto const list = devices[0].get("/accounts/sessions/");
    BOOST_TEST(shows(list, "You are signed in on 12 devices."));
    BOOST_TEST(shows(list, "Sign out 11 other devices?"));
    devices[0].post("/accounts/logout-all/", {{"only_others", "1"}});
    BOOST_TEST((devices[0].get("/api/auth/me/").status == Status::ok));
    for (std::size_t i = 1; i < devices.size(); ++i)
        BOOST_TEST((devices[i].get("/api/auth/me/").status == Status::unauthorized));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(edge_cases_of_security, Filling)

BOOST_AUTO_TEST_CASE(csrf_token_expired) {
    auto stale = details;
    stale.emplace("csrf_token", app.csrf.token_for(std::string(64, 'b')));
    auto const told = ravi.on_page("/profile/").post("/profile/", stale);
    BOOST_TEST((told.status == Status::forbidden));
    for (auto const* text :
         {"Nothing was sent.", "value=\"Typed &amp; kept\"", "Line 1\r\nLine 2</textarea>"})
        BOOST_TEST(shows(told, text), text);
    BOOST_TEST(
        shows(told, "name=\"csrf_token\" value=\"" + app.csrf.token_for(ravi.cookie("__Host-sid")) + "\""));
    BOOST_TEST(name_now() == person.name);
    BOOST_TEST((ravi.post("/profile/", details).status == Status::see_other));
}

BOOST_AUTO_TEST_CASE(csrf_token_expired_at_the_door) {
    auto stranger = browser();
    auto const told = stranger.on_page("/accounts/login/")
                          .without_token()
                          .post("/accounts/login/", {{"identifier", "98480 12345"}});
    BOOST_TEST((told.status == Status::forbidden));
    BOOST_TEST(shows(told, "value=\"98480 12345\""));
    BOOST_TEST(stranger.cookie("__Host-pre").size() == 64u);
}

BOOST_AUTO_TEST_CASE(a_form_of_another_site_is_shown_to_nobody) {
    auto const told = ravi.without_token().post("/profile/", details);
    BOOST_TEST((told.status == Status::forbidden));
    BOOST_TEST(!shows(told, "Typed"));
    BOOST_TEST(name_now() == person.name);
}

BOOST_AUTO_TEST_CASE(a_script_asks_for_the_token_of_now) {
    auto const told = json_of(ravi.get("/api/auth/token/"));
    BOOST_TEST(told["csrf_token"].text().value() == app.csrf.token_for(ravi.cookie("__Host-sid")));
    BOOST_TEST(told["person"].text().value() == person.public_id.text());
    BOOST_TEST(
        shows(ravi.get("/profile/"), "<meta name=\"person\" content=\"" + person.public_id.text() + "\">"));
    auto stranger = browser();
    auto const nobody = json_of(stranger.get("/api/auth/token/"));
    BOOST_TEST(nobody["person"].is_null());
    BOOST_TEST(nobody["csrf_token"].text().value() == app.csrf.token_for(stranger.cookie("__Host-pre")));
}

BOOST_AUTO_TEST_CASE(api_called_without_session) {
    auto stranger = browser();
    auto const api = stranger.get("/api/auth/me/");
    BOOST_TEST((api.status == Status::unauthorized));
    BOOST_TEST(json_of(api)["code"].text().value() == "not_signed_in");
    BOOST_TEST(header(stranger.get("/profile/"), "Location") == "/accounts/login/?next=%2Fprofile%2F");
}

BOOST_AUTO_TEST_CASE(sql_injection_attempts) {
    auto stranger = browser();
    stranger.get("/accounts/login/");
    for (auto const* text : {"' OR '1'='1", "x'; DROP TABLE users; --@example.test", "98480 12345' --"})
        BOOST_TEST(
            (stranger.post("/accounts/login/", {{"identifier", text}}).status == Status::unprocessable),
            text);
    auto fields = details;
    fields["name"] = "Robert'); DROP TABLE users;--";
    BOOST_TEST((ravi.post("/profile/", fields).status == Status::see_other));
    BOOST_TEST(name_now() == "Robert'); DROP TABLE users;--");
}

BOOST_AUTO_TEST_CASE(markup_in_a_persons_own_words_is_text) {
    auto fields = details;
    for (auto const* name : {"name", "company_name", "address"})
        fields[name] = "'\"><img src=x onerror=alert(1)>";
    ravi.post("/profile/", fields);
    BOOST_TEST(!shows(ravi.get("/profile/"), "<img src=x"));
    BOOST_TEST(!shows(ravi.get("/accounts/sessions/"), "<img src=x"));
}

BOOST_AUTO_TEST_SUITE_END()
