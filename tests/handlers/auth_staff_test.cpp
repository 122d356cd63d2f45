#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "domain/accounts/totp.h"
#include "handlers/auth_door.h"

using namespace ssr;
using namespace std::chrono_literals;
using accounts::Role;
using test::header, test::json_of, test::shows, test::Door;
using web::Status;

namespace {

constexpr char const* kKey = "JBSWY3DPEHPK3PXP";

struct RefundForm {
    std::string reason;
    static std::optional<RefundForm> read(web::FieldReader& read) {
        return RefundForm{std::string{read.text("reason")}};
    }
};
using FreshAdmin = guard::Fresh<guard::Staff<Role::admin>>;

web::Response show_refund(auth::App&, guard::Staff<Role::admin> const& who) {
    return guard::page(who,
                       "<main><form method=\"post\" action=\"/admin-panel/refund/\"><input name=\"reason\" "
                       "value=\"\"></form></main>");
}
web::Response refund(auth::App&, FreshAdmin const&, web::Form<RefundForm> const&) {
    return web::no_content();
}

struct StaffDoor : Door {
    StaffDoor() : all_routes(auth::routes().begin(), auth::routes().end()) {
        all_routes.push_back(web::get("/admin-panel/refund/", show_refund));
        all_routes.push_back(web::post("/admin-panel/refund/", refund));
    }
    test::Browser browser_here(test::Person const& person, bool is_staff_level) {
        test::Browser own{"auth", std::span<web::Route<auth::App> const>{all_routes}, app, config.house};
        own.set_cookie("__Host-sid", a_session(all.db, person, app.clock.now(), is_staff_level));
        return own;
    }
    void give_authenticator(test::Person const& person) {
        all.db.execute(
            "UPDATE users SET totp_secret_sealed = :sealed, totp_last_step = 0 WHERE id = :user",
            {{"sealed", accounts::sealed_totp_secret(config.house.secret_key, kKey)}, {"user", person.id}});
    }
    std::string code_of(std::string_view key = kKey) {
        return accounts::totp_code(*accounts::from_base32(key),
                                   app.clock.now().time_since_epoch().count() / 30);
    }
    /// The key that the page offers.
    std::string key_on(web::Response const& page) {
        auto const at = page.body.find("<strong class=\"num\">") + 20;
        return page.body.substr(at, page.body.find('<', at) - at);
    }
    std::vector<std::string> recovery_codes_on(web::Response const& page) {
        std::vector<std::string> codes;
        for (auto at = page.body.find("<li>"); at != std::string::npos; at = page.body.find("<li>", at + 1))
            codes.push_back(page.body.substr(at + 4, page.body.find('<', at + 4) - at - 4));
        return codes;
    }

    std::vector<web::Route<auth::App>> all_routes;
    test::Person const admin = test::a_person(all.db, "admin");
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(authenticators, StaffDoor)

BOOST_AUTO_TEST_CASE(a_member_of_staff_sets_up_his_authenticator_and_gets_recovery_codes_once) {
    auto own = browser_here(admin, false);
    auto other = browser_here(admin, false);
    BOOST_TEST(header(own.get("/accounts/verify-totp/?next=/admin-panel/refund/"), "Location") ==
               "/accounts/authenticator/?next=%2Fadmin-panel%2Frefund%2F");
    auto const offer = own.get("/accounts/authenticator/?next=/admin-panel/refund/");
    auto const picture = own.get("/accounts/authenticator/qr.svg");
    BOOST_TEST(header(picture, "Content-Type") == "image/svg+xml");
    BOOST_TEST(!shows(offer, "data:"));
    auto const key = key_on(offer);
    BOOST_TEST(key_on(own.get("/accounts/authenticator/")) == key, "the same until its first code");

    auto const before = own.cookie("__Host-sid");
    auto const done =
        own.post("/accounts/authenticator/", {{"totp", code_of(key)}, {"next", "/admin-panel/refund/"}});
    auto const codes = recovery_codes_on(done);
    BOOST_TEST(codes.size() == 10u);
    BOOST_TEST(shows(done, "href=\"/admin-panel/refund/\""));
    BOOST_TEST(own.cookie("__Host-sid") != before);
    BOOST_TEST((own.get("/admin-panel/refund/").status == Status::ok));
    BOOST_TEST((other.get("/api/auth/me/").status == Status::unauthorized),
               "a changed factor ends other sessions");
    BOOST_TEST(inbox.count(admin.email.text(), "authenticator") == 1);
    BOOST_TEST(!shows(own.get("/accounts/authenticator/"), codes[0]));
    auto const stored = all.db.one(
        "SELECT count(*) AS n FROM recovery_codes WHERE user_id = :user AND code_hash LIKE '%' || :code || "
        "'%'",
        {{"user", admin.id}, {"code", codes[0]}}, [](db::Row const& row) { return row.integer("n"); });
    BOOST_TEST(stored == 0);
}

BOOST_AUTO_TEST_CASE(a_wrong_first_code_sets_nothing_up) {
    auto own = browser_here(admin, false);
    auto const key = key_on(own.get("/accounts/authenticator/"));
    auto const right = code_of(key);
    auto const answer =
        own.post("/accounts/authenticator/", {{"totp", right == "000000" ? "000001" : "000000"}});
    BOOST_TEST((answer.status == Status::unprocessable));
    BOOST_TEST(shows(answer, "4 tries left"));
    BOOST_TEST(!app.totp.is_set_up(admin.id));
    BOOST_TEST((own.get("/admin-panel/refund/").status == Status::see_other));
}

BOOST_AUTO_TEST_CASE(the_first_code_is_not_good_again) {
    auto own = browser_here(admin, false);
    auto const code = code_of(key_on(own.get("/accounts/authenticator/")));
    own.post("/accounts/authenticator/", {{"totp", code}});
    auto again = browser_here(admin, false);
    BOOST_TEST((again.post("/accounts/verify-totp/", {{"totp", code}}).status == Status::unprocessable));
}

BOOST_AUTO_TEST_CASE(a_recovery_code_is_good_once_in_place_of_the_authenticator) {
    give_authenticator(admin);
    auto const code =
        accounts::RecoveryCodes{all.db, {config.house.secret_key}}.renew(admin.id, app.clock.now())[3];
    auto lost = browser_here(admin, false);
    BOOST_TEST(shows(lost.get("/accounts/verify-totp/?recovery=1"), "Recovery code"));
    BOOST_TEST(header(lost.post("/accounts/verify-totp/",
                                {{"totp", lower(code)}, {"recovery", "1"}, {"next", "/admin-panel/refund/"}}),
                      "Location") == "/admin-panel/refund/");
    BOOST_TEST((lost.get("/admin-panel/refund/").status == Status::ok));
    BOOST_TEST(inbox.text(admin.email.text()).find("9 are left") != std::string::npos);
    auto again = browser_here(admin, false);
    auto const refused = again.post("/accounts/verify-totp/", {{"totp", code}, {"recovery", "1"}});
    BOOST_TEST((refused.status == Status::unprocessable));
    BOOST_TEST(shows(refused, "Recovery code"));
}

BOOST_AUTO_TEST_CASE(a_locked_person_does_not_use_up_a_recovery_code) {
    give_authenticator(admin);
    accounts::RecoveryCodes codes{all.db, {config.house.secret_key}};
    auto const code = codes.renew(admin.id, app.clock.now())[0];
    auto own = browser_here(admin, false);
    for (int i = 0; i < 5; ++i) own.post("/accounts/verify-totp/", {{"totp", "ABCD-EFGH-JKLM"}});
    BOOST_TEST((own.post("/accounts/verify-totp/", {{"totp", code}}).status == Status::too_many));
    BOOST_TEST(codes.left(admin.id) == 10);
}

BOOST_AUTO_TEST_CASE(who_replaces_his_authenticator_confirms_by_the_one_before) {
    give_authenticator(admin);
    auto own = browser_here(admin, false);
    BOOST_TEST(header(own.get("/accounts/authenticator/?replace=1"), "Location")
                   .starts_with("/accounts/verify-totp/"));
    BOOST_TEST(header(own.post("/accounts/authenticator/", {{"totp", "123456"}}), "Location")
                   .starts_with("/accounts/verify-totp/"));
    BOOST_TEST((own.get("/accounts/authenticator/qr.svg").status == Status::not_found));
    own.post("/accounts/verify-totp/", {{"totp", code_of()}});
    BOOST_TEST(shows(own.get("/accounts/authenticator/?replace=1"), "qr.svg"));
}

BOOST_AUTO_TEST_CASE(others_set_nothing_up) {
    auto ravi = browser_here(test::a_person(all.db), false);
    BOOST_TEST((ravi.get("/accounts/authenticator/").status == Status::forbidden));
    BOOST_TEST((ravi.get("/accounts/authenticator/qr.svg").status == Status::forbidden));
    BOOST_TEST((ravi.post("/accounts/authenticator/", {{"totp", "123456"}}).status == Status::forbidden));
    BOOST_TEST((ravi.post("/accounts/authenticator/codes/").status == Status::forbidden));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(fresh_codes, StaffDoor)

BOOST_AUTO_TEST_CASE(what_cannot_be_taken_back_wants_a_code_of_the_last_five_minutes) {
    give_authenticator(admin);
    auto own = browser_here(admin, true);
    BOOST_TEST((own.post("/admin-panel/refund/", {{"reason", "double"}}).status == Status::no_content));
    advance(299s);
    BOOST_TEST((own.post("/admin-panel/refund/", {{"reason", "double"}}).status == Status::no_content));
    advance(1s);
    BOOST_TEST(header(own.post("/admin-panel/refund/", {{"reason", "double"}}), "Location")
                   .starts_with("/accounts/verify-totp/"));
    BOOST_TEST((own.get("/admin-panel/refund/").status == Status::ok), "reading needs none");
    own.prefers_json();
    auto const told = own.post("/admin-panel/refund/", {{"reason", "double"}});
    BOOST_TEST((told.status == Status::forbidden));
    BOOST_TEST(json_of(told)["code"].text().value() == "fresh_code_required");
}

BOOST_AUTO_TEST_CASE(the_form_is_there_again_after_the_code_and_is_sent_by_its_sender_alone) {
    give_authenticator(admin);
    auto own = browser_here(admin, true);
    advance(6min);
    own.on_page("/admin-panel/refund/");
    auto const asked = own.post("/admin-panel/refund/", {{"reason", "paid twice"}});
    BOOST_TEST(header(asked, "Location") == "/accounts/verify-totp/?next=%2Fadmin-panel%2Frefund%2F");
    auto const onward =
        header(own.post("/accounts/verify-totp/", {{"totp", code_of()}, {"next", "/admin-panel/refund/"}}),
               "Location");
    BOOST_TEST(onward == "/admin-panel/refund/");
    auto const page = own.get(onward);
    BOOST_TEST(shows(page, "value=\"paid twice\""));
    BOOST_TEST(shows(page, "Nothing was sent before you confirmed."));
    BOOST_TEST((own.post("/admin-panel/refund/", {{"reason", "paid twice"}}).status == Status::no_content));
}

BOOST_AUTO_TEST_CASE(a_fresh_code_is_no_role) {
    auto const support = test::a_person(all.db, "support");
    auto own = browser_here(support, true);
    BOOST_TEST((own.post("/admin-panel/refund/", {{"reason", "x"}}).status == Status::forbidden));
}

BOOST_AUTO_TEST_CASE(the_route_listing_says_who_may_and_not_when) {
    BOOST_TEST(web::post("/admin-panel/refund/", refund).access == "staff:admin");
    BOOST_TEST(web::post("/accounts/authenticator/codes/", auth::renew_recovery_codes).access ==
               "staff:support");
}

BOOST_AUTO_TEST_SUITE_END()
