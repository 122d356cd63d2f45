#include <boost/test/unit_test.hpp>

#include "handlers/auth_door.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::header, test::json_of, test::shows, test::Door, test::challenge_of, test::countdown_on;
using web::Status;

BOOST_FIXTURE_TEST_SUITE(pages_of_the_door, Door)

BOOST_AUTO_TEST_CASE(somebody_new_signs_in_completes_his_profile_and_goes_where_he_wanted) {
    auto ravi = browser();
    auto const login = ravi.get("/accounts/login/?next=/estimate/new/%3Fwork%3D1");
    BOOST_TEST(shows(login, "name=\"identifier\""));
    BOOST_TEST(shows(login, "value=\"/estimate/new/?work=1\""));

    auto const sent = ravi.post("/accounts/login/",
                                {{"identifier", "0" + phone.substr(3)}, {"next", "/estimate/new/?work=1"}});
    BOOST_TEST(header(sent, "Location").starts_with("/accounts/verify-otp/"));
    auto const waiting = ravi.get(header(sent, "Location"));
    BOOST_TEST(shows(waiting, "autocomplete=\"one-time-code\""));
    auto const valid_for = countdown_on(waiting);
    BOOST_TEST((valid_for > 290 && valid_for <= 300));

    auto const before = ravi.cookie("__Host-pre");
    auto const in = ravi.post("/accounts/verify-otp/", {{"otp", code_for(phone)}});
    BOOST_TEST(header(in, "Location") == "/accounts/register/?next=%2Festimate%2Fnew%2F%3Fwork%3D1");
    BOOST_TEST(ravi.cookie("__Host-sid").size() == 64u);
    BOOST_TEST(ravi.cookie("__Host-sid") != before);
    BOOST_TEST(ravi.cookie("__Host-pre") == "");

    auto const form = ravi.get(header(in, "Location"));
    BOOST_TEST(shows(form, "Mobile verified"));
    BOOST_TEST(shows(form, "<option value=\"38\">Ladakh</option>"));
    auto const done =
        ravi.post("/accounts/register/",
                  {{"name", "S. Kiran Kumar"}, {"state_code", "36"}, {"next", "/estimate/new/?work=1"}});
    BOOST_TEST(header(done, "Location") == "/estimate/new/?work=1");
    BOOST_TEST(json_of(ravi.get("/api/auth/me/"))["user"]["name"].text().value() == "S. Kiran Kumar");
}

BOOST_AUTO_TEST_CASE(somebody_known_goes_straight_on) {
    auto const person = test::a_person(all.db);
    auto ravi = browser();
    BOOST_TEST(sign_in(ravi, person.email.text(), person.email.text(), "/works/") == "/works/");
    auto again = browser();
    BOOST_TEST(sign_in(again, person.phone.e164(), person.phone.e164()) == "/dashboard/");
}

BOOST_AUTO_TEST_CASE(a_next_that_leaves_the_site_is_forgotten) {
    for (auto const* next :
         {"//evil.example", "/\\evil.example", "https:evil", "javascript:alert(1)", "/\tevil"}) {
        auto const person = test::a_person(all.db);
        auto ravi = browser();
        BOOST_TEST(sign_in(ravi, person.phone.e164(), person.phone.e164(), next) == "/dashboard/");
    }
}

BOOST_AUTO_TEST_CASE(a_next_that_is_the_door_itself_is_not_gone_through_again) {
    auto const person = test::a_person(all.db);
    auto ravi = browser();
    BOOST_TEST(sign_in(ravi, person.phone.e164(), person.phone.e164(), "/accounts/register/") ==
               "/dashboard/");
}

BOOST_AUTO_TEST_CASE(what_is_neither_number_nor_address_comes_back_with_what_was_typed) {
    auto ravi = browser();
    ravi.get("/accounts/login/");
    auto const back =
        ravi.post("/accounts/login/", {{"identifier", "98765\"><script>"}, {"next", "/works/"}});
    BOOST_TEST((back.status == Status::unprocessable));
    BOOST_TEST(shows(back, "Enter a 10-digit mobile number, or an e-mail address"));
    BOOST_TEST(shows(back, "98765&quot;&gt;&lt;script&gt;"));
    BOOST_TEST(shows(back, "<title>Error: Sign in"));
    BOOST_TEST(shows(back, "value=\"/works/\""));
}

BOOST_AUTO_TEST_CASE(forms_without_their_token_change_nothing) {
    auto ravi = browser();
    ravi.get("/accounts/login/");
    ravi.without_token();
    BOOST_TEST((ravi.post("/accounts/login/", {{"identifier", phone}}).status == Status::forbidden));
    BOOST_TEST(
        (ravi.post("/accounts/login/", {{"identifier", phone}, {"csrf_token", app.csrf.token_for("another")}})
             .status == Status::forbidden));
    BOOST_TEST(inbox.count(phone, "otp") == 0);
}

BOOST_AUTO_TEST_CASE(a_wrong_code_says_how_many_tries_are_left_and_the_fifth_locks) {
    auto ravi = browser();
    ravi.get("/accounts/login/");
    ravi.post("/accounts/login/", {{"identifier", phone}});
    auto const wrong = ravi.post("/accounts/verify-otp/", {{"otp", wrong_code_for(phone)}});
    BOOST_TEST((wrong.status == Status::unprocessable));
    BOOST_TEST(shows(wrong, "That code is not correct. You have 4 tries left."));
    for (int guess = 2; guess < 5; ++guess)
        ravi.post("/accounts/verify-otp/", {{"otp", wrong_code_for(phone)}});
    auto const locked = ravi.post("/accounts/verify-otp/", {{"otp", wrong_code_for(phone)}});
    BOOST_TEST((locked.status == Status::too_many));
    auto const wait = countdown_on(locked);
    BOOST_TEST((wait > 1790 && wait <= 1800));
    BOOST_TEST(header(locked, "Retry-After") == std::to_string(wait));
    BOOST_TEST(!shows(locked, "name=\"otp\""));
    BOOST_TEST((ravi.post("/accounts/verify-otp/", {{"otp", code_for(phone)}}).status == Status::too_many));
    BOOST_TEST(shows(ravi.get("/accounts/verify-otp/"), "Sign-in is locked"));
    BOOST_TEST((ravi.post("/accounts/login/", {{"identifier", phone}}).status == Status::too_many));

    advance(61s);
    auto other = browser();
    BOOST_TEST(sign_in(other, phone, phone).starts_with("/accounts/register/"));
}

BOOST_AUTO_TEST_CASE(an_expired_code_says_so_and_offers_a_new_one) {
    auto ravi = browser();
    ravi.get("/accounts/login/");
    ravi.post("/accounts/login/", {{"identifier", phone}});
    auto const old = code_for(phone);
    advance(5min);
    auto const expired = ravi.post("/accounts/verify-otp/", {{"otp", old}});
    BOOST_TEST(shows(expired, "That code has expired."));
    BOOST_TEST(shows(expired, "Send a new code"));
    auto const sent = ravi.post("/accounts/resend-otp/");
    BOOST_TEST(header(sent, "Location") == "/accounts/verify-otp/?sent=1");
    BOOST_TEST(shows(ravi.get(header(sent, "Location")), "A new code is on its way."));
    BOOST_TEST(header(ravi.post("/accounts/verify-otp/", {{"otp", code_for(phone)}}), "Location") ==
               "/accounts/register/");
}

BOOST_AUTO_TEST_CASE(a_new_code_within_the_minute_is_refused_and_the_last_still_works) {
    auto ravi = browser();
    ravi.get("/accounts/login/");
    ravi.post("/accounts/login/", {{"identifier", phone}});
    auto const refused = ravi.post("/accounts/resend-otp/");
    BOOST_TEST((refused.status == Status::too_many));
    BOOST_TEST(shows(refused, "A code was sent a moment ago"));
    BOOST_TEST(shows(refused, "name=\"otp\""));
    BOOST_TEST(header(ravi.post("/accounts/verify-otp/", {{"otp", code_for(phone)}}), "Location") ==
               "/accounts/register/");
}

BOOST_AUTO_TEST_CASE(an_empty_code_is_a_complaint_and_no_guess) {
    auto ravi = browser();
    ravi.get("/accounts/login/");
    ravi.post("/accounts/login/", {{"identifier", phone}});
    for (int i = 0; i < 6; ++i)
        BOOST_TEST(
            shows(ravi.post("/accounts/verify-otp/", {{"otp", " "}}), "Enter the 6 digits of the code."));
    BOOST_TEST(header(ravi.post("/accounts/verify-otp/", {{"otp", code_for(phone)}}), "Location") ==
               "/accounts/register/");
}

BOOST_AUTO_TEST_CASE(a_code_before_it_was_asked_for_leads_back) {
    auto ravi = browser();
    BOOST_TEST(header(ravi.get("/accounts/verify-otp/?next=/works/"), "Location") ==
               "/accounts/login/?next=%2Fworks%2F");
    ravi.get("/accounts/login/");
    BOOST_TEST((ravi.post("/accounts/verify-otp/", {{"otp", "123456"}}).status == Status::conflict));
    BOOST_TEST((ravi.post("/accounts/resend-otp/").status == Status::conflict));
}

BOOST_AUTO_TEST_CASE(a_planted_cookie_is_no_session_and_is_replaced) {
    auto ravi = browser();
    std::string const planted(64, 'a');
    ravi.set_cookie("__Host-sid", planted);
    ravi.get("/accounts/login/");
    BOOST_TEST(ravi.cookie("__Host-sid") == "");
    ravi.set_cookie("__Host-pre", "<planted>");
    ravi.get("/accounts/login/");
    BOOST_TEST(ravi.cookie("__Host-pre").size() == 64u);
    sign_in(ravi, phone, phone);
    BOOST_TEST(ravi.cookie("__Host-sid") != planted);
}

BOOST_AUTO_TEST_CASE(every_cookie_is_of_this_host_alone) {
    auto ravi = browser();
    ravi.get("/accounts/login/");
    ravi.post("/accounts/login/", {{"identifier", phone}});
    int cookies = 0;
    for (auto const& [name, value] : ravi.post("/accounts/verify-otp/", {{"otp", code_for(phone)}}).headers) {
        if (name != "Set-Cookie") continue;
        ++cookies;
        BOOST_TEST(value.starts_with("__Host-"));
        for (auto const* rule : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"})
            BOOST_TEST(value.find(rule) != std::string::npos);
        BOOST_TEST(value.find("Domain") == std::string::npos);
    }
    BOOST_TEST(cookies == 3);
}

BOOST_AUTO_TEST_CASE(a_profile_with_faults_comes_back_with_all_of_them) {
    auto ravi = browser_of(test::a_newcomer(all.db));
    auto const back = ravi.post("/accounts/register/", {{"name", " "},
                                                        {"state_code", "99"},
                                                        {"gstin", "27AAPFU0939F1ZO"},
                                                        {"company_name", "R&B <Electrical>"}});
    BOOST_TEST((back.status == Status::unprocessable));
    BOOST_TEST(shows(back, "Enter your name"));
    BOOST_TEST(shows(back, "Choose your State."));
    BOOST_TEST(shows(back, "Enter the 15 characters of the GSTIN"));
    BOOST_TEST(shows(back, "R&amp;B &lt;Electrical&gt;"));
    BOOST_TEST(shows(back, "27AAPFU0939F1ZO"));
}

BOOST_AUTO_TEST_CASE(who_is_not_signed_in_is_led_to_the_door) {
    auto ravi = browser();
    BOOST_TEST(header(ravi.get("/accounts/sessions/"), "Location") ==
               "/accounts/login/?next=%2Faccounts%2Fsessions%2F");
    BOOST_TEST(header(ravi.get("/accounts/register/"), "Location") ==
               "/accounts/login/?next=%2Faccounts%2Fregister%2F");
    ravi.prefers_json();
    BOOST_TEST((ravi.get("/accounts/sessions/").status == Status::unauthorized));
}

BOOST_AUTO_TEST_CASE(who_is_signed_in_is_led_on) {
    auto ravi = browser_of(test::a_person(all.db));
    BOOST_TEST(header(ravi.get("/accounts/login/?next=/works/"), "Location") == "/works/");
    BOOST_TEST(header(ravi.get("/accounts/verify-otp/"), "Location") == "/dashboard/");
    BOOST_TEST(header(ravi.get("/accounts/register/"), "Location") == "/dashboard/");
    BOOST_TEST(header(ravi.get("/profile/sessions/"), "Location") == "/accounts/sessions/");
}

BOOST_AUTO_TEST_CASE(pages_that_do_not_exist_say_so_in_our_style) {
    auto ravi = browser();
    for (auto const* address : {"/profile/nothing/", "/settings/nothing/", "/accounts/nothing/"}) {
        auto const missing = ravi.get(address);
        BOOST_TEST((missing.status == Status::not_found));
        BOOST_TEST(shows(missing, "This page does not exist"));
        BOOST_TEST(shows(missing, "class=\"topbar"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
