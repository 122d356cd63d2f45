#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "handlers/subscriptions_site.h"
#include "subscriptions/next_step.h"
#include "support/pdf_text.h"

using namespace ssr;
using test::header, test::json_of, test::shows;

namespace {

int status(web::Response const& answer) { return int(answer.status); }

struct Keeper : test::Shopfront {
    /// Sita has bought the module; the answer of verify-payment.
    Json bought(std::string module = "estimate") {
        return json_of(
            program().post("/subscriptions/verify-payment/", paid(placed(order(std::move(module))))));
    }
    std::string payment_of_newest() {
        return owner.db.one("SELECT public_id FROM payments WHERE user_id = :user ORDER BY id DESC LIMIT 1",
                            {{"user", sita.id}}, [](db::Row const& row) { return row.text("public_id"); });
    }
};

std::string cancel_of(Json const& outcome) {
    return "/subscriptions/" + *outcome["subscription_id"].text() + "/cancel/";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(keeping, Keeper)

BOOST_AUTO_TEST_CASE(my_subscription_shows_each_module_with_dates_uses_and_next_step) {
    bought();
    subscribe("bill", "expired", std::chrono::days{-3});
    auto browser = signed_in();
    browser.get("/subscriptions/");  // the catalogue is kept in memory
    auto const page = browser.get("/subscriptions/");
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text :
         {"Estimate", "Active", ">Renew</a>", "0 times", "Expired", "Renew", "Not taken", "Start 7-day trial",
          "Estimate bought", "Bill ended", "Order and invoice", "Cancel Estimate"})
        BOOST_TEST(shows(page, text), text);
}

BOOST_AUTO_TEST_CASE(my_subscription_is_also_at_its_first_address) {
    BOOST_TEST(header(signed_in().get("/my-subscription/"), "Location") == "/subscriptions/");
}

BOOST_AUTO_TEST_CASE(another_s_subscriptions_are_not_shown) {
    bought();
    auto const page = signed_in(test::a_person(owner.db)).get("/subscriptions/");
    BOOST_TEST(!shows(page, ">Renew</a>"));
    BOOST_TEST(!shows(page, "bought"));
}

BOOST_AUTO_TEST_CASE(a_trial_opens_the_module_once) {
    auto const answer = program().post("/subscriptions/trial/", {{"module", "workslip"}});
    BOOST_TEST(status(answer) == 200);
    BOOST_TEST(json_of(answer)["subscription_id"].text().has_value());
    BOOST_TEST(parse_instant(*json_of(answer)["expires_at"].text()).has_value());
    BOOST_TEST(header(signed_in().get("/modules/workslip/"), "Location") == "/workslip/");

    auto const again = program().post("/subscriptions/trial/", {{"module", "workslip"}});
    BOOST_TEST(status(again) == 409);
    BOOST_TEST(*json_of(again)["code"].text() == "trial_had_before");
    BOOST_TEST(
        shows(signed_in().post("/subscriptions/trial/", {{"module", "workslip"}}), "You had the trial"));
    BOOST_TEST(count("subscriptions") == 1);
}

BOOST_AUTO_TEST_CASE(a_trial_asked_for_again_with_its_key_gives_the_first_answer) {
    auto browser = program();
    auto const asked = [&](std::string const& key, std::string const& module) {
        return browser.send(
            {.method = web::Method::post,
             .path = "/subscriptions/trial/",
             .form = {{"module", module}, {"csrf_token", app.csrf.token_for(browser.cookie("__Host-sid"))}},
             .headers = {{"accept", "application/json"}, {"idempotency-key", key}}});
    };
    auto const first = asked("one", "workslip");
    BOOST_TEST(status(first) == 200);
    BOOST_TEST(json_of(asked("one", "workslip")).dump() == json_of(first).dump());
    BOOST_TEST(status(asked("another", "workslip")) == 409);
    BOOST_TEST(status(asked("one", "bill")) == 200);
    BOOST_TEST(count("subscriptions") == 2);
}

BOOST_AUTO_TEST_CASE(a_person_who_starts_a_trial_is_told_on_the_dashboard) {
    auto browser = signed_in();
    BOOST_TEST(shows(browser.get("/dashboard/"), "Start 7-day trial"));
    auto const answer = browser.post("/subscriptions/trial/", {{"module", "bill"}});
    BOOST_TEST(header(answer, "Location") == "/dashboard/?started=bill");
    auto const page = browser.get("/dashboard/?started=bill");
    BOOST_TEST(shows(page, "Trial begun: open till "));
    BOOST_TEST(shows(page, "7 days of trial left"));
    BOOST_TEST(!shows(browser.get("/dashboard/?started=estimate"), "Trial begun"));
}

BOOST_AUTO_TEST_CASE(a_trial_of_what_is_bought_or_unknown_is_refused) {
    bought();
    BOOST_TEST(*json_of(program().post("/subscriptions/trial/", {{"module", "estimate"}}))["code"].text() ==
               "is_subscribed");
    BOOST_TEST(status(program().post("/subscriptions/trial/", {{"module", "roads"}})) == 422);
    auto browser = signed_in();
    browser.without_token();
    BOOST_TEST(status(browser.post("/subscriptions/trial/", {{"module", "bill"}})) == 403);
}

BOOST_AUTO_TEST_CASE(a_subscription_is_cancelled_at_its_end_and_runs_till_then) {
    auto const mine = bought();
    auto const question = signed_in().get(cancel_of(mine));
    BOOST_TEST(shows(question, "Cancel Estimate?"));
    auto const answer = json_of(program().post(cancel_of(mine), {{"at_period_end", "1"}}));
    BOOST_TEST(*answer["status"].text() == "active");
    BOOST_TEST(*answer["expires_at"].text() == *mine["expires_at"].text());
    BOOST_TEST(header(signed_in().get("/modules/estimate/"), "Location") == "/estimate/");
    BOOST_TEST(shows(signed_in().get("/subscriptions/"), "Cancelled, runs out"));
}

BOOST_AUTO_TEST_CASE(a_subscription_is_cancelled_at_once_where_that_was_chosen) {
    auto const mine = bought();
    auto browser = signed_in();
    auto const answer = browser.post(cancel_of(mine), {{"at_period_end", "0"}});
    BOOST_TEST(header(answer, "Location") == "/subscriptions/?cancelled=1");
    BOOST_TEST(shows(browser.get(header(answer, "Location")), "The subscription is cancelled."));
    app.clock.shift_to(app.clock.now() + std::chrono::seconds{2});
    BOOST_TEST(shows(browser.get("/modules/estimate/"), "Estimate is closed"));
    BOOST_TEST(*json_of(program().post(cancel_of(mine), {{"at_period_end", "1"}}))["status"].text() ==
               "cancelled");
}

BOOST_AUTO_TEST_CASE(nobody_cancels_another_s_subscription) {
    auto const mine = bought();
    auto other = signed_in(test::a_person(owner.db));
    BOOST_TEST(status(other.get(cancel_of(mine))) == 404);
    BOOST_TEST(status(other.post(cancel_of(mine), {{"at_period_end", "0"}})) == 404);
    BOOST_TEST(header(signed_in().get("/modules/estimate/"), "Location") == "/estimate/");
}

BOOST_AUTO_TEST_CASE(what_ended_is_not_cancelled) {
    subscribe("bill", "expired", std::chrono::days{-3});
    auto const id =
        owner.db.one("SELECT public_id FROM subscriptions WHERE user_id = :user", {{"user", sita.id}},
                     [](db::Row const& row) { return row.text("public_id"); });
    auto const answer = program().post("/subscriptions/" + id + "/cancel/", {{"at_period_end", "1"}});
    BOOST_TEST(status(answer) == 409);
    BOOST_TEST(*json_of(answer)["code"].text() == "not_running");
}

BOOST_AUTO_TEST_CASE(payments_are_listed_newest_first_for_programs_and_people) {
    auto const outcome = bought();
    auto const open = placed(order("bill"));
    auto const list = json_of(program().get("/payments/"));
    BOOST_REQUIRE(list.array()->size() == 2u);
    auto const& newest = list.array()->front();
    BOOST_TEST(*newest["id"].text() == *open["payment_id"].text());
    BOOST_TEST(*newest["status"].text() == "created");
    BOOST_TEST(newest["invoice_number"].is_null());
    auto const& oldest = list.array()->back();
    BOOST_TEST(*oldest["status"].text() == "captured");
    BOOST_TEST(*oldest["total_amount_paise"].integer() == 159182);
    BOOST_TEST(*oldest["invoice_number"].text() == *outcome["invoice_number"].text());
    BOOST_TEST(parse_instant(*oldest["created_at"].text()).has_value());

    auto browser = signed_in();
    auto const page = browser.get("/payments/");
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text : {"1,591.82", "Paid", "Not paid", "PDF", "1 to 2 of 2"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(json_of(program().get("/payments/?status=paid")).array()->size() == 1u);
    BOOST_TEST(shows(browser.get("/payments/?status=failed"), "No payment like that"));
}

BOOST_AUTO_TEST_CASE(many_payments_stand_on_pages) {
    order_many();
    auto browser = signed_in();
    auto const first = browser.get("/payments/?status=open");
    BOOST_TEST(shows(first, "1 to 25 of 30"));
    BOOST_TEST(shows(first, "/payments/?status=open&amp;page=2"));
    BOOST_TEST(shows(browser.get("/payments/?status=open&page=2"), "26 to 30 of 30"));
    BOOST_TEST(shows(browser.get("/payments/?status=open&page=99"), "No payment like that"));
}

BOOST_AUTO_TEST_CASE(somebody_without_payments_is_led_to_the_prices) {
    BOOST_TEST(shows(signed_in().get("/payments/"), "No payments yet"));
    BOOST_TEST(json_of(program().get("/payments/")).dump() == "[]");
}

BOOST_AUTO_TEST_CASE(the_invoice_is_a_file_that_stays_the_same) {
    auto const outcome = bought();
    auto const address = "/payments/" + payment_of_newest() + "/invoice/";
    auto const paper = signed_in().get(address);
    BOOST_TEST(status(paper) == 200);
    BOOST_TEST(header(paper, "Content-Type") == "application/pdf");
    BOOST_TEST(header(paper, "Content-Disposition").find("SSR-") != std::string::npos);
    BOOST_TEST(test::text_of_pdf(paper.body).find(*outcome["invoice_number"].text()) != std::string::npos);
    BOOST_TEST((signed_in().get(address).body == paper.body));
    BOOST_TEST(sha256_hex(paper.body) ==
               owner.db.one("SELECT pdf_sha256 FROM invoices WHERE user_id = :user", {{"user", sita.id}},
                            [](db::Row const& row) { return row.text("pdf_sha256"); }));
}

BOOST_AUTO_TEST_CASE(nobody_reads_another_s_invoice_and_an_order_that_is_not_paid_has_none) {
    bought();
    auto const address = "/payments/" + payment_of_newest() + "/invoice/";
    BOOST_TEST(status(signed_in(test::a_person(owner.db)).get(address)) == 404);
    BOOST_TEST(status(stranger().get(address)) == 303);
    auto const open = placed(order("bill"));
    BOOST_TEST(status(signed_in().get("/payments/" + *open["payment_id"].text() + "/invoice/")) == 404);
}

BOOST_AUTO_TEST_CASE(the_closed_page_sells_what_it_says_is_closed) {
    subscribe("bill", "expired", std::chrono::days{-1});
    auto const page = signed_in().get("/modules/bill/");
    for (auto const* text :
         {"Bill is closed", "Ended on", "Buy for 12 months", "module=bill&amp;duration_months=1\""})
        BOOST_TEST(shows(page, text), text);
    auto const trial = signed_in().get("/modules/workslip/");
    BOOST_TEST(shows(trial, "Start 7-day trial"));
}

BOOST_AUTO_TEST_CASE(what_the_office_closed_is_not_offered) {
    subscribe("bill", "suspended", std::chrono::days{30});
    auto const page = signed_in().get("/modules/bill/");
    BOOST_TEST(shows(page, "Ask support"));
    BOOST_TEST(!shows(page, "/subscriptions/checkout/"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(next_steps)

BOOST_AUTO_TEST_CASE(each_reason_leads_to_a_step_that_works) {
    using namespace subscriptions_pages;
    using subscriptions::Reason;
    catalog::ModuleOffer offer{
        .id = ModuleId{1},
        .module = Module::bill,
        .name = "Bill",
        .is_active = true,
        .trial_days = 7,
        .prices = {{.id = PricingId{1}, .months = 6, .base = Money::from_rupees(100)}}};
    auto const step = [&](Reason reason) {
        return next_step(offer, {.module = Module::bill, .facts = {}, .reason = reason});
    };
    for (auto const reason : {Reason::granted, Reason::trial, Reason::subscribed, Reason::staff})
        BOOST_TEST((step(reason) == NextStep::open));
    for (auto const reason : {Reason::expired, Reason::cancelled, Reason::usage_exhausted})
        BOOST_TEST((step(reason) == NextStep::renew));
    for (auto const reason :
         {Reason::suspended, Reason::revoked_by_staff, Reason::module_disabled, Reason::user_banned})
        BOOST_TEST((step(reason) == NextStep::ask_why));
    BOOST_TEST((step(Reason::pending) == NextStep::see_payment));
    BOOST_TEST((step(Reason::no_subscription) == NextStep::start_trial));
    BOOST_TEST(button_of(NextStep::renew, offer).href ==
               "/subscriptions/checkout/?module=bill&duration_months=6");
    offer.trial_days = 0;
    BOOST_TEST((step(Reason::no_subscription) == NextStep::buy));
    offer.prices.clear();
    BOOST_TEST((step(Reason::no_subscription) == NextStep::ask_why));
    BOOST_TEST((step(Reason::expired) == NextStep::ask_why));
}

BOOST_AUTO_TEST_SUITE_END()
