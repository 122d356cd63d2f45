#include <boost/test/unit_test.hpp>

#include "handlers/auth_door.h"

using namespace ssr;
using test::header, test::json_of, test::Door, test::challenge_of;
using web::Status;

BOOST_FIXTURE_TEST_SUITE(sign_in_of_programs, Door)

BOOST_AUTO_TEST_CASE(a_program_signs_in_as_the_contract_says) {
    auto ravi = browser();
    auto const asked = ravi.post_json(
        "/api/auth/request-otp/", Json::Object{{"identifier", phone.substr(3, 5) + " " + phone.substr(8)}});
    BOOST_TEST((asked.status == Status::ok));
    auto const challenge = json_of(asked);
    BOOST_TEST(challenge["channel"].text().value() == "sms");
    BOOST_TEST(challenge["masked_to"].text().value() == "+91******" + phone.substr(9));
    auto const expires_in = challenge["expires_in"].integer().value();
    BOOST_TEST((290 < expires_in && expires_in <= 300));  // the test's own seconds go by
    BOOST_TEST(challenge["resend_in"].integer().value() == expires_in - 240);
    BOOST_TEST(ravi.cookie("__Host-pre").size() == 64u);

    auto const in =
        ravi.post_json("/api/auth/verify-otp/",
                       Json::Object{{"challenge_id", challenge_of(asked)}, {"otp", code_for(phone)}});
    BOOST_TEST((in.status == Status::ok));
    auto const body = json_of(in);
    BOOST_TEST(body["is_new_user"].flag().value());
    BOOST_TEST(!body["totp_required"].flag().value());
    BOOST_TEST(body["user"]["phone"].text().value() == phone);
    BOOST_TEST(body["user"]["email"].is_null());
    BOOST_TEST(body["user"]["role"].text().value() == "user");

    auto const me = json_of(ravi.get("/api/auth/me/"));
    BOOST_TEST(me["user"]["id"].text().value() == body["user"]["id"].text().value());
    BOOST_TEST(me["modules"].array()->size() == 4u);
    BOOST_TEST(me["csrf_token"].text().value() == app.csrf.token_for(ravi.cookie("__Host-sid")));

    ravi.without_token();
    BOOST_TEST((ravi.post_json("/api/auth/logout/", Json::Object{}).status == Status::forbidden));
    BOOST_TEST((ravi.get("/api/auth/me/").status == Status::ok));
    auto with_token = web::Request{.method = web::Method::post, .path = "/api/auth/logout/"};
    with_token.headers = {{"x-csrf-token", me["csrf_token"].text().value()}};
    BOOST_TEST((ravi.send(with_token).status == Status::no_content));
    BOOST_TEST((ravi.get("/api/auth/me/").status == Status::unauthorized));
}

BOOST_AUTO_TEST_CASE(known_and_unknown_are_answered_alike) {
    auto const person = test::a_person(all.db);
    auto ask = [&](std::string const& identifier) {
        auto own = browser();
        app.db.reset_counts();
        auto const answer = own.post_json("/api/auth/request-otp/", Json::Object{{"identifier", identifier}});
        BOOST_TEST(app.db.statements() <= 2);
        auto body = *json_of(answer).object();
        body.erase("challenge_id");
        body.erase("masked_to");
        for (auto const* seconds : {"expires_in", "resend_in"})  // which go by between the two
            BOOST_TEST(body.erase(seconds) == 1u);
        return std::pair{answer.status, Json{body}.dump()};
    };
    BOOST_TEST((ask(person.phone.e164()) == ask(phone)));
}

BOOST_AUTO_TEST_CASE(wrong_expired_and_locked_have_their_codes) {
    auto ravi = browser();
    auto const challenge =
        challenge_of(ravi.post_json("/api/auth/request-otp/", Json::Object{{"identifier", phone}}));
    auto const answer = [&](test::Browser& own, std::string const& code) {
        auto const response =
            own.post_json("/api/auth/verify-otp/", Json::Object{{"challenge_id", challenge}, {"otp", code}});
        BOOST_TEST(header(response, "Content-Type") == "application/problem+json");
        return std::pair{int(response.status), json_of(response)["code"].text().value()};
    };
    auto stranger = browser();
    BOOST_TEST((answer(stranger, code_for(phone)) == std::pair{401, std::string{"expired_otp"}}));
    for (int guess = 1; guess < 5; ++guess)
        BOOST_TEST((answer(ravi, wrong_code_for(phone)) == std::pair{401, std::string{"wrong_otp"}}));
    BOOST_TEST((answer(ravi, wrong_code_for(phone)) == std::pair{429, std::string{"locked"}}));
    BOOST_TEST((answer(ravi, code_for(phone)) == std::pair{429, std::string{"locked"}}));
    auto const again = ravi.post_json("/api/auth/request-otp/", Json::Object{{"identifier", phone}});
    BOOST_TEST((again.status == Status::too_many));
    BOOST_TEST(json_of(again)["code"].text().value() == "locked");
    auto const retry_after = json_of(again)["retry_after"].integer().value();
    BOOST_TEST((1790 < retry_after && retry_after <= 1800));
    BOOST_TEST(header(again, "Retry-After") == std::to_string(retry_after));
}

BOOST_AUTO_TEST_CASE(a_code_used_twice_is_expired) {
    auto ravi = browser();
    auto const challenge =
        challenge_of(ravi.post_json("/api/auth/request-otp/", Json::Object{{"identifier", phone}}));
    auto const body = Json{Json::Object{{"challenge_id", challenge}, {"otp", code_for(phone)}}};
    auto const pre_session = ravi.cookie("__Host-pre");
    BOOST_TEST((ravi.post_json("/api/auth/verify-otp/", body).status == Status::ok));
    ravi.set_cookie("__Host-pre", pre_session);
    BOOST_TEST(json_of(ravi.post_json("/api/auth/verify-otp/", body))["code"].text().value() ==
               "expired_otp");
}

BOOST_AUTO_TEST_CASE(bodies_that_are_not_a_programs_are_refused) {
    auto ravi = browser();
    auto const problem = ravi.post_json("/api/auth/request-otp/", Json::Object{{"identifier", "12"}});
    BOOST_TEST((problem.status == Status::unprocessable));
    BOOST_TEST(json_of(problem)["errors"]["identifier"].text().has_value());
    BOOST_TEST((ravi.post_json("/api/auth/request-otp/", Json::Array{}).status == Status::bad_request));
    BOOST_TEST(
        (ravi.post("/api/auth/request-otp/", {{"identifier", phone}}).status == Status::unsupported_media));
    web::Request foreign{.method = web::Method::post,
                         .path = "/api/auth/request-otp/",
                         .body = R"({"identifier":"9876543210"})"};
    foreign.headers = {{"content-type", "application/json"}, {"sec-fetch-site", "cross-site"}};
    BOOST_TEST((ravi.send(foreign).status == Status::forbidden));
    BOOST_TEST(inbox.count(phone, "otp") == 0);
}

BOOST_AUTO_TEST_CASE(the_pages_answer_json_to_those_who_prefer_it) {
    auto ravi = browser();
    ravi.get("/accounts/login/");
    ravi.prefers_json();
    auto const asked = ravi.post("/accounts/login/", {{"identifier", phone}});
    BOOST_TEST(json_of(asked)["channel"].text().value() == "sms");
    auto const wrong = ravi.post("/accounts/verify-otp/", {{"otp", wrong_code_for(phone)}});
    BOOST_TEST((wrong.status == Status::unauthorized));
    BOOST_TEST(json_of(wrong)["code"].text().value() == "wrong_otp");
    BOOST_TEST(json_of(ravi.post("/accounts/verify-otp/", {{"otp", code_for(phone)}}))["is_new_user"]
                   .flag()
                   .value());
    auto const faults = ravi.post("/accounts/register/", {{"name", "Ravi"}});
    BOOST_TEST((faults.status == Status::unprocessable));
    BOOST_TEST(json_of(faults)["errors"]["state_code"].text().has_value());
    auto const done = ravi.post("/accounts/register/",
                                {{"name", "Ravi"}, {"state_code", "37"}, {"gstin", "37AAACI1681G2ZN"}});
    BOOST_TEST(json_of(done)["user"]["name"].text().value() == "Ravi");
}

BOOST_AUTO_TEST_CASE(signing_in_again_in_the_same_browser_ends_the_session_before) {
    auto const person = test::a_person(all.db);
    auto ravi = browser_of(person);
    auto const before = ravi.cookie("__Host-sid");
    auto const challenge = challenge_of(
        ravi.post_json("/api/auth/request-otp/", Json::Object{{"identifier", person.phone.e164()}}));
    ravi.post_json("/api/auth/verify-otp/",
                   Json::Object{{"challenge_id", challenge}, {"otp", code_for(person.phone.e164())}});
    BOOST_TEST(ravi.cookie("__Host-sid") != before);
    BOOST_TEST(!app.sessions.resume(before).has_value());
}

BOOST_AUTO_TEST_CASE(who_is_signed_in_costs_one_statement) {
    auto ravi = browser_of(test::a_person(all.db));
    ravi.get("/api/auth/me/");
    ravi.get("/api/auth/me/");
    BOOST_TEST(app.db.statements() <= 1);
    BOOST_TEST(app.redis.round_trips() == 1);
}

BOOST_AUTO_TEST_CASE(a_closed_account_is_told_so) {
    auto const person = test::a_person(all.db);
    all.db.execute("UPDATE users SET is_active = false WHERE id = :user", {{"user", person.id}});
    auto ravi = browser();
    auto const challenge = challenge_of(
        ravi.post_json("/api/auth/request-otp/", Json::Object{{"identifier", person.phone.e164()}}));
    auto const refused =
        ravi.post_json("/api/auth/verify-otp/",
                       Json::Object{{"challenge_id", challenge}, {"otp", code_for(person.phone.e164())}});
    BOOST_TEST((refused.status == Status::forbidden));
    BOOST_TEST(json_of(refused)["code"].text().value() == "user_banned");
    BOOST_TEST(ravi.cookie("__Host-sid") == "");
}

BOOST_AUTO_TEST_SUITE_END()
