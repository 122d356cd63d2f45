#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "handlers/subscriptions_site.h"

using namespace ssr;
using billing::MandateStatus;
using test::header, test::json_of, test::shows;

namespace {

int status(web::Response const& answer) { return int(answer.status); }
std::string text_of(Json const& json, char const* name) { return json[name].text().value_or(""); }

// The shop that takes mandates; Estimate is bought on 24-11-2026 for a month.
struct Renewals : test::Shopfront {
    Renewals() : test::Shopfront{true} { at("2026-11-24T10:00:00Z"); }

    void at(std::string const& moment) { app.clock.shift_to(*parse_instant(moment)); }
    std::string bought(std::string months = "1") {
        auto const outcome = json_of(program().post("/subscriptions/verify-payment/",
                                                    paid(placed(order("estimate", std::move(months))))));
        return text_of(outcome, "subscription_id");
    }
    static std::string toggle(std::string const& subscription) {
        return "/subscriptions/" + subscription + "/toggle-renew/";
    }
    web::Response turn(std::string const& subscription, char const* is_on) {
        return signed_in().post(toggle(subscription), {{"auto_renew", is_on}});
    }
    void tell(std::string const& gateway_id, MandateStatus is, int paid = 0) {
        auto told = gateway.mandate(gateway_id);
        told.standing = {is, paid};
        told.method = "upi";
        gateway.has(told);
    }
    std::string gateway_id() {
        return owner.db.one(
            "SELECT gateway_subscription_id AS id FROM mandates WHERE user_id = :user ORDER BY id DESC LIMIT "
            "1",
            {{"user", sita.id}}, [](db::Row const& row) { return row.text("id"); });
    }
    web::Fields word(std::string const& id) {
        auto const payment = test::fresh_gateway_id("pay_");
        return {
            {"razorpay_payment_id", payment},
            {"razorpay_subscription_id", id},
            {"razorpay_signature", hmac_sha256_hex(gateway.config().gateway.key_secret, payment + "|" + id)}};
    }
    // From the toggle to auto-renew that is on; the mandate's page.
    std::string authorised(std::string const& subscription) {
        auto const page = header(turn(subscription, "1"), "Location");
        tell(gateway_id(), MandateStatus::authenticated);
        signed_in().post("/subscriptions/authorise-mandate/", word(gateway_id()));
        return page;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(renewals, Renewals)

BOOST_AUTO_TEST_CASE(turning_it_on_leads_to_a_page_that_says_what_is_authorised) {
    auto const mine = bought();
    auto browser = signed_in();
    browser.get("/subscriptions/");  // the catalogue is kept in memory
    auto const before = browser.get("/subscriptions/");
    BOOST_TEST(shows(before, "Off: nothing is charged by itself."));
    BOOST_TEST(app.db.statements() <= 3);
    auto const answer = turn(mine, "1");
    BOOST_TEST(header(answer, "Location").find("/subscriptions/mandates/") == 0u);
    auto const page = browser.get(header(answer, "Location"));
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text :
         {"Let Estimate renew itself", "₹ 588.82 is charged every month, first on 24-12-2026",
          "₹ 89.82 of it GST", "at most 60 times", "₹ 15,000.00 a charge",
          "You are told at least a day before each charge.", "Authorise auto-renew",
          "data-subscription=\"sub_", "action=\"/subscriptions/authorise-mandate/\""})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(page.extra_script_source.find("checkout.example") != std::string::npos);
    BOOST_TEST(shows(browser.get("/subscriptions/"), "Not authorised yet: nothing is charged."));
    BOOST_TEST(count("payments") == 1);
}

BOOST_AUTO_TEST_CASE(once_authorised_it_says_what_is_charged_when_and_is_turned_off_again) {
    auto const mine = bought();
    auto const address = authorised(mine);
    auto browser = signed_in();
    auto const page = browser.get("/subscriptions/?renewal=1");
    for (auto const* text :
         {"Auto-renew is on.", "On: ₹ 588.82 on 24-12-2026 by UPI mandate.", "Turn auto-renew off"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(!shows(page, "Turn auto-renew on"));
    auto const detail = browser.get(address);
    for (auto const* text :
         {"Auto-renew is on", "₹ 588.82 is charged on 24-12-2026 by UPI", "Turn auto-renew off"})
        BOOST_TEST(shows(detail, text), text);
    BOOST_TEST(detail.extra_script_source.empty());
    at("2026-12-20T10:00:00Z");
    BOOST_TEST(!shows(signed_in().get("/subscriptions/"), "Estimate ends on"));

    BOOST_TEST(header(turn(mine, "0"), "Location") == "/subscriptions/?renewal=0");
    BOOST_TEST(shows(signed_in().get("/subscriptions/"), "Off: nothing is charged by itself."));
    BOOST_TEST(shows(signed_in().get("/subscriptions/"), "Estimate ends on 24-12-2026."));
    BOOST_TEST(shows(signed_in().get(address), "You turned it off. Nothing more is charged by itself."));
}

BOOST_AUTO_TEST_CASE(the_dashboard_says_what_of_auto_renew_waits_and_no_more) {
    auto const mine = bought();
    turn(mine, "1");
    BOOST_TEST(shows(signed_in().get("/dashboard/"), "Authorise auto-renew of Estimate"));
    authorised(mine);
    at("2026-12-20T10:00:00Z");
    BOOST_TEST(!shows(signed_in().get("/dashboard/"), "To do"));  // it renews itself
    owner.db.execute("UPDATE mandates SET status = 'pending' WHERE user_id = :user", {{"user", sita.id}});
    auto const failed = signed_in().get("/dashboard/");
    BOOST_TEST(shows(failed, "Estimate could not be renewed<small>Your bank refused ₹ 588.82"));
    BOOST_TEST(!shows(failed, "Renew Estimate<small>"));
    turn(mine, "0");
    BOOST_TEST(shows(signed_in().get("/dashboard/"), "Renew Estimate<small>Ends on 24-12-2026"));
}

BOOST_AUTO_TEST_CASE(a_program_is_told_what_checkout_needs) {
    auto const mine = bought();
    auto const begun = json_of(program().post(toggle(mine), {{"auto_renew", "1"}}));
    BOOST_TEST(!*begun["auto_renew"].flag());
    BOOST_TEST(*begun["amount_paise"].integer() == 58882);
    BOOST_TEST(text_of(begun, "gateway_subscription_id") == gateway_id());
    BOOST_TEST(text_of(begun, "first_charge_at").substr(0, 10) == "2026-12-24");
    auto const early = json_of(program().post("/subscriptions/authorise-mandate/", word(gateway_id())));
    BOOST_TEST(text_of(early, "status") == "created");
    tell(gateway_id(), MandateStatus::authenticated);
    auto const on = json_of(program().post("/subscriptions/authorise-mandate/", word(gateway_id())));
    BOOST_TEST(text_of(on, "status") == "authenticated");
    BOOST_TEST(*on["auto_renew"].flag());
    BOOST_TEST(*json_of(program().post(toggle(mine), {{"auto_renew", "1"}}))["auto_renew"].flag());
    BOOST_TEST(!*json_of(program().post(toggle(mine)))["auto_renew"].flag());
    BOOST_TEST(count("mandates") == 1);
}

BOOST_AUTO_TEST_CASE(a_forged_word_turns_nothing_on) {
    auto const mine = bought();
    turn(mine, "1");
    tell(gateway_id(), MandateStatus::authenticated);
    auto forged = word(gateway_id());
    forged["razorpay_signature"] = std::string(64, '0');
    auto const answer = program().post("/subscriptions/authorise-mandate/", forged);
    BOOST_TEST(status(answer) == 400);
    BOOST_TEST(text_of(json_of(answer), "code") == "wrong_signature");
    BOOST_TEST(status(program().post("/subscriptions/authorise-mandate/", {})) == 422);
    auto other = signed_in(test::a_person(owner.db));
    BOOST_TEST(status(other.post("/subscriptions/authorise-mandate/", word(gateway_id()))) == 404);
    BOOST_TEST(shows(signed_in().get("/subscriptions/"), "Not authorised yet"));
}

BOOST_AUTO_TEST_CASE(a_window_that_was_shut_is_asked_about_and_can_be_opened_again) {
    auto const address = header(turn(bought(), "1"), "Location");
    auto const shut = signed_in().post(address + "check/", {{"closed", "1"}});
    BOOST_TEST(header(shut, "Location") == address + "?closed=1");
    auto const page = signed_in().get(header(shut, "Location"));
    BOOST_TEST(shows(page, "Nothing was authorised."));
    BOOST_TEST(shows(page, "Authorise auto-renew"));
    tell(gateway_id(), MandateStatus::authenticated);
    BOOST_TEST(header(signed_in().post(address + "check/", {}), "Location") == "/subscriptions/?renewal=1");
}

BOOST_AUTO_TEST_CASE(nobody_sees_or_changes_what_another_lets_be_charged) {
    auto const mine = bought();
    auto const address = authorised(mine);
    auto other = signed_in(test::a_person(owner.db));
    BOOST_TEST(status(other.get(address)) == 404);
    BOOST_TEST(status(other.post(address + "check/")) == 404);
    for (auto const* is_on : {"0", "1"})
        BOOST_TEST(status(other.post(toggle(mine), {{"auto_renew", is_on}})) == 404);
    BOOST_TEST(status(stranger().get(address)) == 303);
    auto forged = signed_in();
    forged.without_token();
    BOOST_TEST(status(forged.post(toggle(mine), {{"auto_renew", "0"}})) == 403);
    BOOST_TEST(status(forged.post("/subscriptions/authorise-mandate/", word(gateway_id()))) == 403);
    BOOST_TEST(status(signed_in().get("/subscriptions/mandates/0190a000-0000-7000-8000-000000000000/")) ==
               404);
    BOOST_TEST(shows(signed_in().get(address), "Auto-renew is on"));
}

BOOST_AUTO_TEST_CASE(what_is_above_the_limit_is_refused_in_words) {
    auto const mine = bought();
    auto const set_price = [&](char const* paise) {
        owner.db.run_script(
            std::string{"UPDATE module_pricings SET base_price_paise = "} + paise +
            " WHERE duration_months = 1 AND module_id = (SELECT id FROM modules WHERE code = 'estimate')");
    };
    set_price("1300000");
    auto const page = turn(mine, "1");
    auto const json = program().post(toggle(mine), {{"auto_renew", "1"}});
    set_price("49900");
    BOOST_TEST(status(page) == 409);
    BOOST_TEST(shows(page, "Pay by hand"));
    BOOST_TEST(text_of(json_of(json), "code") == "above_limit");
    BOOST_TEST(count("mandates") == 0);
}

BOOST_AUTO_TEST_CASE(what_ends_too_soon_or_a_gateway_that_is_away_is_told) {
    auto const mine = bought();
    gateway.be(test::GatewayFake::Mood::broken);
    BOOST_TEST(status(turn(mine, "1")) == 503);
    gateway.be(test::GatewayFake::Mood::well);
    at("2026-12-23T10:00:00Z");
    auto const late = program().post(toggle(mine), {{"auto_renew", "1"}});
    BOOST_TEST(status(late) == 409);
    BOOST_TEST(text_of(json_of(late), "code") == "ends_too_soon");
}

BOOST_AUTO_TEST_CASE(a_failed_charge_is_told_with_the_way_to_pay_by_hand) {
    auto const mine = bought();
    auto const address = authorised(mine);
    at("2026-12-24T10:00:05Z");
    tell(gateway_id(), MandateStatus::pending);
    signed_in().post(address + "check/", {});
    auto browser = signed_in();
    auto const page = browser.get("/subscriptions/");
    for (auto const* text : {"Estimate could not be renewed.", "See what to do", "Ended, still open"})
        BOOST_TEST(shows(page, text), text);
    auto const detail = browser.get(address);
    for (auto const* text :
         {"The renewal could not be charged", "Pay by hand",
          "/subscriptions/checkout/?module=estimate&amp;duration_months=1", "Turn auto-renew off"})
        BOOST_TEST(shows(detail, text), text);

    tell(gateway_id(), MandateStatus::halted);
    signed_in().post(address + "check/", {});
    auto const over = signed_in().get(address);
    for (auto const* text : {"Auto-renew is off", "Your bank refused the charge each time", "Pay by hand"})
        BOOST_TEST(shows(over, text), text);
}

BOOST_AUTO_TEST_CASE(who_pays_by_hand_or_cancels_ends_it) {
    auto const mine = bought();
    auto const address = authorised(mine);
    bought();
    BOOST_TEST(shows(signed_in().get("/subscriptions/"), "Off, because you paid by hand."));
    BOOST_TEST(shows(signed_in().get(address), "You paid by hand"));
    auto const second = authorised(mine);
    BOOST_TEST(second != address);
    program().post("/subscriptions/" + mine + "/cancel/", {{"at_period_end", "1"}});
    BOOST_TEST(shows(signed_in().get(second), "The subscription does not go on."));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(renewals_switched_off, test::Shopfront)

BOOST_AUTO_TEST_CASE(it_is_only_a_wish_as_before) {
    auto const outcome = json_of(program().post("/subscriptions/verify-payment/", paid(placed())));
    auto const address = "/subscriptions/" + text_of(outcome, "subscription_id") + "/toggle-renew/";
    auto const answer = program().post(address, {{"auto_renew", "1"}});
    BOOST_TEST(*json_of(answer)["auto_renew"].flag());
    BOOST_TEST(json_of(answer)["mandate_id"].is_null());
    BOOST_TEST(count("mandates") == 0);
    BOOST_TEST(gateway.mandates_made() == 0);
    BOOST_TEST(shows(signed_in().get("/subscriptions/"), "Nothing is charged by itself."));
}

BOOST_AUTO_TEST_SUITE_END()
