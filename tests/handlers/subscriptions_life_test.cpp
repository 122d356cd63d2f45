#include <boost/test/unit_test.hpp>

#include "handlers/subscriptions_site.h"

using namespace ssr;
using test::header, test::json_of, test::shows;

namespace {

int status(web::Response const& answer) { return int(answer.status); }
std::string text_of(Json const& json, char const* name) { return json[name].text().value_or(""); }

// What somebody does with a subscription that runs; it begins on 24-11-2026.
struct Life : test::Shopfront {
    Life() { at("2026-11-24T10:00:00Z"); }

    void at(std::string const& moment) { app.clock.shift_to(*parse_instant(moment)); }
    Json bought(std::string months = "1", std::string module = "estimate") {
        return json_of(program().post("/subscriptions/verify-payment/",
                                      paid(placed(order(std::move(module), std::move(months))))));
    }
    static web::Fields upgrade_to(std::string months) {
        auto fields = order("estimate", std::move(months));
        fields["upgrade"] = "1";
        return fields;
    }
    std::string expiry() {
        return to_iso(owner.db.one(
            "SELECT expires_at FROM subscriptions WHERE user_id = :user ORDER BY id DESC LIMIT 1",
            {{"user", sita.id}}, [](db::Row const& row) { return row.instant("expires_at"); }));
    }
};

std::string address(Json const& outcome, std::string const& what) {
    return "/subscriptions/" + text_of(outcome, "subscription_id") + "/" + what + "/";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(a_life, Life)

BOOST_AUTO_TEST_CASE(who_cancelled_for_the_end_can_keep_it) {
    auto const mine = bought();
    auto browser = signed_in();
    browser.post(address(mine, "cancel"), {{"at_period_end", "1"}});
    auto const cancelled = browser.get("/subscriptions/");
    for (auto const* text : {"Cancelled, runs out", "Keep Estimate"})
        BOOST_TEST(shows(cancelled, text), text);
    BOOST_TEST(!shows(cancelled, "Cancel Estimate"));

    auto const answer = browser.post(address(mine, "keep"));
    BOOST_TEST(header(answer, "Location") == "/subscriptions/?kept=1");
    auto const kept = browser.get(header(answer, "Location"));
    for (auto const* text : {"The subscription goes on as before.", "Active", "Cancel Estimate"})
        BOOST_TEST(shows(kept, text), text);
    BOOST_TEST(!shows(kept, "Keep Estimate"));
    auto const again = json_of(program().post(address(mine, "keep")));
    BOOST_TEST(text_of(again, "status") == "active");
    BOOST_TEST(text_of(again, "expires_at") == text_of(mine, "expires_at"));
}

BOOST_AUTO_TEST_CASE(what_was_ended_at_once_is_not_kept) {
    auto const mine = bought();
    program().post(address(mine, "cancel"), {{"at_period_end", "0"}});
    auto const answer = program().post(address(mine, "keep"));
    BOOST_TEST(status(answer) == 409);
    BOOST_TEST(text_of(json_of(answer), "code") == "not_running");
}

BOOST_AUTO_TEST_CASE(auto_renew_is_turned_on_and_off_and_charges_nothing) {
    auto const mine = bought();
    auto browser = signed_in();
    BOOST_TEST(shows(browser.get("/subscriptions/"), "Off: reminders only say when it ends."));
    auto const on = browser.post(address(mine, "toggle-renew"), {{"auto_renew", "1"}});
    BOOST_TEST(header(on, "Location") == "/subscriptions/?renewal=1");
    auto const page = browser.get(header(on, "Location"));
    for (auto const* text :
         {"Auto-renew is on.", "On: reminders ask you to pay for more.", "Nothing is charged by itself."})
        BOOST_TEST(shows(page, text), text);
    auto const set = [&](web::Fields fields) {
        return *json_of(program().post(address(mine, "toggle-renew"), std::move(fields)))["auto_renew"]
                    .flag();
    };
    BOOST_TEST(set({{"auto_renew", "1"}}));
    BOOST_TEST(!set({}));
    BOOST_TEST(set({}));
    BOOST_TEST(!set({{"auto_renew", "0"}}));
    BOOST_TEST(count("payments") == 1);
}

BOOST_AUTO_TEST_CASE(nobody_changes_what_another_has_nor_without_the_form_s_token) {
    auto const mine = bought();
    program().post(address(mine, "cancel"), {{"at_period_end", "1"}});
    auto other = signed_in(test::a_person(owner.db));
    auto forged = signed_in();
    forged.without_token();
    for (auto const* what : {"keep", "toggle-renew"}) {
        BOOST_TEST(status(other.post(address(mine, what))) == 404);
        BOOST_TEST(status(forged.post(address(mine, what))) == 403);
        BOOST_TEST(status(stranger().post(address(mine, what))) == 303);
    }
    auto const page = signed_in().get("/subscriptions/");
    BOOST_TEST(shows(page, "Keep Estimate"));
}

BOOST_AUTO_TEST_CASE(uses_are_shown_beside_their_limit) {
    bought();
    owner.db.execute("UPDATE subscriptions SET usage_limit = 50 WHERE user_id = :user", {{"user", sita.id}});
    auto const page = signed_in().get("/subscriptions/");
    BOOST_TEST(shows(page, "uses taken: 0 of 50"));
    owner.db.execute("UPDATE subscriptions SET usage_limit = NULL WHERE user_id = :user",
                     {{"user", sita.id}});
    BOOST_TEST(!shows(signed_in().get("/subscriptions/"), "uses taken"));
}

BOOST_AUTO_TEST_CASE(the_days_of_grace_are_told_and_end) {
    bought();
    at("2026-12-25T10:00:00Z");
    auto browser = signed_in();
    auto const page = browser.get("/subscriptions/");
    for (auto const* text :
         {"Ended, still open", "Estimate ended on 24-12-2026.", "It stays open till 27-12-2026.", "Renew it"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(shows(browser.get("/dashboard/"), "Renew it by 27-12-2026"));
    BOOST_TEST(header(browser.get("/modules/estimate/"), "Location") == "/estimate/");
    BOOST_TEST(shows(browser.get("/subscriptions/checkout/?module=estimate&duration_months=1"),
                     "24-12-2026 to 24-01-2027"));
    at("2026-12-28T10:00:00Z");
    BOOST_TEST(shows(signed_in().get("/subscriptions/"), "Expired"));
    BOOST_TEST(!shows(signed_in().get("/dashboard/"), "Renew it by"));
}

BOOST_AUTO_TEST_CASE(the_checkout_says_from_when_to_when_it_will_be) {
    auto const mine = bought();
    auto browser = signed_in();
    auto const renewal = browser.get("/subscriptions/checkout/?module=estimate&duration_months=1");
    BOOST_TEST(shows(renewal, "24-12-2026 to 24-01-2027"));
    BOOST_TEST(shows(renewal, "Begins when the present period ends"));
    browser.post(address(mine, "cancel"), {{"at_period_end", "1"}});
    auto const anew = browser.get("/subscriptions/checkout/?module=estimate&duration_months=1");
    BOOST_TEST(shows(anew, "24-11-2026 to 24-01-2027"));
    BOOST_TEST(!shows(anew, "Begins when"));
    bought();
    BOOST_TEST(expiry().substr(0, 10) == "2027-01-24");
}

BOOST_AUTO_TEST_CASE(an_upgrade_shows_what_it_costs_and_that_is_charged) {
    bought();
    at("2026-12-09T11:00:00Z");
    auto browser = signed_in();
    BOOST_TEST(shows(browser.get("/subscriptions/"), "href=\"/modules/estimate/upgrade/\""));
    auto const choice = browser.get("/modules/estimate/upgrade/");
    BOOST_TEST(status(choice) == 200);
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text :
         {">24-12-2026<", "₹ 499.00", "₹ 232.87", "Take 12 months", "4,257.13", "09-12-2026 to 09-12-2027",
          "module=estimate&amp;duration_months=12&amp;upgrade=1"})
        BOOST_TEST(shows(choice, text), text);
    BOOST_TEST(!shows(choice, "Take 1 month"));

    auto const page = browser.get("/subscriptions/checkout/?module=estimate&duration_months=12&upgrade=1");
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text : {"−232.87", "4,257.13", "5,023.41", "09-12-2026 to 09-12-2027",
                             "name=\"upgrade\" value=\"1\"", "Takes the place of"})
        BOOST_TEST(shows(page, text), text);

    auto const order = placed(upgrade_to("12"));
    BOOST_TEST(*order["amount_paise"].integer() == 502341);
    BOOST_TEST(*order["quote"]["discount_amount_paise"].integer() == 23287);
    BOOST_TEST(shows(browser.get("/subscriptions/payments/" + text_of(order, "payment_id") + "/"),
                     "duration_months=12&amp;upgrade=1"));
    program().post("/subscriptions/verify-payment/", paid(order));
    BOOST_TEST(expiry().substr(0, 10) == "2027-12-09");
    BOOST_TEST(count("subscriptions") == 1);
}

BOOST_AUTO_TEST_CASE(an_upgrade_takes_a_coupon_too) {
    bought();
    owner.db.run_script(
        "INSERT INTO coupons (public_id, code, discount_type, discount_value, created_at) "
        "VALUES (uuid_v7(), 'MORE" +
        std::to_string(sita.id.value()) + "', 'percent', 50, '2026-11-01Z')");
    auto fields = upgrade_to("12");
    fields["coupon"] = "MORE" + std::to_string(sita.id.value());
    auto const page = signed_in().post("/subscriptions/checkout/quote/", fields);
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text : {"Less, left of your period", "50 % off"}) BOOST_TEST(shows(page, text), text);
    placed(fields);
}

BOOST_AUTO_TEST_CASE(where_nothing_paid_is_in_use_nothing_is_upgraded) {
    auto browser = signed_in();
    auto const refused = [&] {
        BOOST_TEST(status(browser.get("/modules/estimate/upgrade/")) == 409);
        BOOST_TEST(status(browser.post("/subscriptions/checkout/", upgrade_to("12"))) == 409);
        auto const answer = program().post("/subscriptions/checkout/", upgrade_to("12"));
        BOOST_TEST(text_of(json_of(answer), "code") == "no_upgrade");
        BOOST_TEST(!shows(browser.get("/subscriptions/"), "/upgrade/"));
    };
    refused();
    program().post("/subscriptions/trial/", {{"module", "estimate"}});
    refused();
    auto const mine = bought();
    program().post(address(mine, "cancel"), {{"at_period_end", "1"}});
    refused();
    BOOST_TEST(count("payments") == 1);
    BOOST_TEST(status(browser.get("/modules/roads/upgrade/")) == 404);
    BOOST_TEST(status(stranger().get("/modules/estimate/upgrade/")) == 303);
}

BOOST_AUTO_TEST_CASE(nobody_upgrades_what_another_has) {
    bought();
    auto other = signed_in(test::a_person(owner.db));
    BOOST_TEST(status(other.get("/modules/estimate/upgrade/")) == 409);
    BOOST_TEST(status(other.post("/subscriptions/checkout/", upgrade_to("12"))) == 409);
}

BOOST_AUTO_TEST_CASE(who_has_the_longest_is_told_so) {
    bought("12");
    auto browser = signed_in();
    BOOST_TEST(!shows(browser.get("/subscriptions/"), "/upgrade/"));
    BOOST_TEST(shows(browser.get("/modules/estimate/upgrade/"), "You have the most that is sold"));
    BOOST_TEST(status(browser.post("/subscriptions/checkout/", upgrade_to("1"))) == 409);
}

BOOST_AUTO_TEST_CASE(who_has_the_longest_for_less_is_not_sold_it_again) {
    auto fields = order("estimate", "12");
    fields.erase("module");
    fields["bundle"] = "all";
    program().post("/subscriptions/verify-payment/", paid(placed(fields)));
    at("2026-11-25T10:00:00Z");
    auto browser = signed_in();
    BOOST_TEST(!shows(browser.get("/subscriptions/"), "/upgrade/"));
    BOOST_TEST(shows(browser.get("/modules/estimate/upgrade/"), "You have the most that is sold"));
    BOOST_TEST(status(browser.post("/subscriptions/checkout/", upgrade_to("12"))) == 409);
}

BOOST_AUTO_TEST_SUITE_END()
