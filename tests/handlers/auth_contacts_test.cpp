#include <boost/test/unit_test.hpp>

#include "handlers/auth_door.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::header, test::json_of, test::shows, test::Door;
using web::Status;

namespace {

struct Changing : Door {
    test::Person const person = test::a_person(all.db);
    test::Browser ravi = browser_of(person);
    std::string const new_phone = test::fresh_phone().e164();

    std::string location(web::Response const& response) { return header(response, "Location"); }
    std::string phone_now() {
        return all.db.one("SELECT phone FROM users WHERE id = :user", {{"user", person.id}},
                          [](db::Row const& row) { return row.text_or_empty("phone"); });
    }
    web::Response enter(std::string const& code) {
        return ravi.post("/profile/change-phone/", {{"otp", code}});
    }
    /// Up to the code that was sent to the new number.
    void prove_old() {
        ravi.post("/profile/change-phone/", {{"phone", new_phone}});
        enter(code_for(person.phone.e164()));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(changes_of_contact, Changing)

BOOST_AUTO_TEST_CASE(a_code_to_the_old_number_and_one_to_the_new_change_it) {
    BOOST_TEST(location(ravi.post("/profile/change-phone/", {{"phone", "0" + new_phone.substr(3)}})) ==
               "/profile/change-phone/");
    BOOST_TEST(inbox.count(new_phone, "otp") == 0, "the old contact comes first");
    BOOST_TEST(shows(ravi.get("/profile/change-phone/"), "autocomplete=\"one-time-code\""));
    enter(code_for(person.phone.e164()));
    BOOST_TEST(phone_now() == person.phone.e164());
    BOOST_TEST(location(enter(code_for(new_phone))) == "/profile/?saved=1");
    BOOST_TEST(phone_now() == new_phone);
    BOOST_TEST(json_of(ravi.get("/api/auth/me/"))["user"]["phone"].text().value() == new_phone);
    BOOST_TEST(inbox.count(person.phone.e164(), "contact_changed") == 1);
    BOOST_TEST(inbox.count(new_phone, "contact_changed") == 1);
}

BOOST_AUTO_TEST_CASE(all_other_sessions_are_over_and_the_change_stands_in_the_audit_log) {
    auto other = browser_of(person);
    prove_old();
    BOOST_TEST((other.get("/api/auth/me/").status == Status::ok));
    enter(code_for(new_phone));
    BOOST_TEST((other.get("/api/auth/me/").status == Status::unauthorized));
    auto const changes = all.db.one(
        "SELECT changes::text AS changes FROM audit_logs WHERE user_id = :user AND action = "
        "'user.contact_changed'",
        {{"user", person.id}}, [](db::Row const& row) { return row.text("changes"); });
    BOOST_TEST(changes.find(new_phone) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_new_numbers_code_alone_changes_nothing) {
    ravi.post("/profile/change-phone/", {{"phone", new_phone}});
    auto const wrong = enter(wrong_code_for(person.phone.e164()));
    BOOST_TEST((wrong.status == Status::unprocessable));
    BOOST_TEST(shows(wrong, "You have 4 tries left."));
    // A code to sign in, asked for at the door, is none to change with.
    auto stranger = browser();
    stranger.get("/accounts/login/");
    advance(61s);
    stranger.post("/accounts/login/", {{"identifier", new_phone}});
    enter(code_for(new_phone));
    BOOST_TEST(phone_now() == person.phone.e164());
}

BOOST_AUTO_TEST_CASE(another_session_of_the_same_person_cannot_finish_it) {
    prove_old();
    auto other = browser_of(person);
    auto const answer = other.post("/profile/change-phone/", {{"otp", code_for(new_phone)}});
    BOOST_TEST((answer.status == Status::conflict));
    BOOST_TEST(phone_now() == person.phone.e164());
}

BOOST_AUTO_TEST_CASE(a_number_of_another_account_is_told_to_its_owner_alone) {
    auto const sita = test::a_person(all.db);
    auto const begun = ravi.post("/profile/change-phone/", {{"phone", sita.phone.e164()}});
    BOOST_TEST(location(begun) == "/profile/change-phone/", "the same as for a free number");
    enter(code_for(person.phone.e164()));
    auto const told = enter(code_for(sita.phone.e164()));
    BOOST_TEST((told.status == Status::unprocessable));
    BOOST_TEST(shows(told, "This number is of another account."));
    BOOST_TEST(shows(told, "value=\"" + sita.phone.e164() + "\""));
    BOOST_TEST(phone_now() == person.phone.e164());
}

BOOST_AUTO_TEST_CASE(the_present_number_in_any_spelling_is_no_new_one) {
    for (auto const& spelling :
         {person.phone.e164(), "0" + person.phone.e164().substr(3), person.phone.e164().substr(3)}) {
        auto const answer = ravi.post("/profile/change-phone/", {{"phone", spelling}});
        BOOST_TEST((answer.status == Status::unprocessable));
        BOOST_TEST(shows(answer, "This is the number that you have now."));
    }
    BOOST_TEST(
        shows(ravi.post("/profile/change-phone/", {{"phone", "12345"}}), "Enter a 10-digit mobile number."));
    BOOST_TEST(shows(ravi.post("/profile/change-email/", {{"email", "nobody"}}), "Enter an e-mail address"));
}

BOOST_AUTO_TEST_CASE(starting_again_forgets_what_was_proven) {
    prove_old();
    advance(61s);
    BOOST_TEST(shows(ravi.get("/profile/change-phone/?again=1"), "name=\"phone\""));
    ravi.post("/profile/change-phone/", {{"phone", test::fresh_phone().e164()}});
    enter(code_for(new_phone));
    BOOST_TEST(phone_now() == person.phone.e164());
}

BOOST_AUTO_TEST_CASE(an_expired_code_offers_another) {
    ravi.post("/profile/change-phone/", {{"phone", new_phone}});
    advance(301s);
    BOOST_TEST(shows(ravi.get("/profile/change-phone/"), "That code has expired."));
    BOOST_TEST(shows(ravi.get("/profile/change-phone/"), "Send a new code"));
    BOOST_TEST(location(ravi.post("/profile/change-phone/", {{"resend", "1"}})) == "/profile/change-phone/");
    enter(code_for(person.phone.e164()));
    enter(code_for(new_phone));
    BOOST_TEST(phone_now() == new_phone);
}

BOOST_AUTO_TEST_CASE(who_has_no_address_adds_one_by_a_code_to_his_number) {
    all.db.execute("UPDATE users SET email = NULL WHERE id = :user", {{"user", person.id}});
    app.sessions.refresh(person.id);
    auto const address = test::fresh_email().text();
    BOOST_TEST(shows(ravi.get("/profile/change-email/"), "Add e-mail"));
    ravi.post("/profile/change-email/", {{"email", address}});
    ravi.post("/profile/change-email/", {{"otp", code_for(person.phone.e164())}});
    ravi.post("/profile/change-email/", {{"otp", code_for(address)}});
    BOOST_TEST(json_of(ravi.get("/api/auth/me/"))["user"]["email"].text().value() == address);
}

BOOST_AUTO_TEST_CASE(a_program_is_told_which_step_it_has_reached) {
    ravi.prefers_json();
    auto const first = json_of(ravi.post("/profile/change-phone/", {{"phone", new_phone}}));
    BOOST_TEST(first["step"].text().value() == "old_contact");
    auto const second =
        json_of(ravi.post("/profile/change-phone/", {{"otp", code_for(person.phone.e164())}}));
    BOOST_TEST(second["step"].text().value() == "new_contact");
    auto const done = json_of(ravi.post("/profile/change-phone/", {{"otp", code_for(new_phone)}}));
    BOOST_TEST(done["user"]["phone"].text().value() == new_phone);
}

BOOST_AUTO_TEST_SUITE_END()
