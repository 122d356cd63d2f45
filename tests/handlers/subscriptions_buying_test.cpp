#include <boost/test/unit_test.hpp>

#include "handlers/subscriptions_site.h"
#include "subscriptions/stage.h"

using namespace ssr;
using billing::PaymentStatus;
using test::header, test::json_of, test::shows;

namespace {

int status(web::Response const& answer) { return int(answer.status); }

std::string page_of(Json const& order) {
    return "/subscriptions/payments/" + *order["payment_id"].text() + "/";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(buying, test::Shopfront)

BOOST_AUTO_TEST_CASE(the_checkout_shows_what_is_paid_and_who_is_billed) {
    auto browser = signed_in();
    auto const page = browser.get("/subscriptions/checkout/?module=estimate&duration_months=3");
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text :
         {"1,349.00", "CGST 9 %", "SGST 9 %", "121.41", "1,591.82", "name=\"idempotency_key\"",
          "name=\"module\" value=\"estimate\"", "value=\"36\" selected"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(shows(page, sita.name));
}

BOOST_AUTO_TEST_CASE(the_checkout_of_the_set_takes_its_discount_before_tax) {
    auto browser = signed_in();
    auto const page = browser.get("/subscriptions/checkout/?bundle=all&duration_months=1");
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text : {"1,596.00", "−239.40", "1,356.60", "name=\"bundle\" value=\"all\""})
        BOOST_TEST(shows(page, text), text);
}

BOOST_AUTO_TEST_CASE(a_visitor_signs_in_first_and_comes_back_to_his_checkout) {
    auto const answer = stranger().get("/subscriptions/checkout/?module=bill&duration_months=12");
    BOOST_TEST(status(answer) == 303);
    BOOST_TEST(header(answer, "Location")
                   .find("next=%2Fsubscriptions%2Fcheckout%2F%3Fduration_months%3D12%26module%3Dbill") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_checkout_of_nothing_that_is_sold_leads_to_the_prices) {
    for (auto const* address :
         {"/subscriptions/checkout/", "/subscriptions/checkout/?module=roads&duration_months=3",
          "/subscriptions/checkout/?module=estimate&duration_months=x"})
        BOOST_TEST(header(signed_in().get(address), "Location") == "/pricing/", address);
    BOOST_TEST(status(signed_in().get("/subscriptions/checkout/?module=estimate&duration_months=7")) == 422);
}

BOOST_AUTO_TEST_CASE(an_order_is_answered_as_programs_expect) {
    auto const answer = placed();
    BOOST_TEST(answer["gateway_order_id"].text()->starts_with("order_"));
    BOOST_TEST(*answer["amount_paise"].integer() == 159182);
    BOOST_TEST(*answer["currency"].text() == "INR");
    BOOST_TEST(*answer["key_id"].text() == "rzp_test_fake");
    auto const& quote = answer["quote"];
    BOOST_TEST(*quote["subtotal_paise"].integer() == 134900);
    BOOST_TEST(*quote["discount_amount_paise"].integer() == 0);
    BOOST_TEST(*quote["cgst_paise"].integer() == 12141);
    BOOST_TEST(*quote["sgst_paise"].integer() == 12141);
    BOOST_TEST(*quote["igst_paise"].integer() == 0);
    BOOST_TEST(*quote["total_amount_paise"].integer() == 159182);
}

BOOST_AUTO_TEST_CASE(a_number_of_another_state_decides_the_tax) {
    auto fields = order();
    fields["gstin"] = " 37aaaci1681g2zn ";
    auto const answer = placed(fields);
    BOOST_TEST(*answer["quote"]["igst_paise"].integer() == 24282);
    auto const page = signed_in().post("/subscriptions/checkout/quote/", fields);
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(shows(page, "IGST 18 %"));
    BOOST_TEST(shows(page, "Andhra Pradesh (37), which decides the tax"));
}

BOOST_AUTO_TEST_CASE(a_tax_deductor_s_number_is_taken_and_marked) {
    auto fields = order();
    fields["gstin"] = "19AAACI1681G1DV";
    BOOST_TEST(shows(signed_in().post("/subscriptions/checkout/quote/", fields), "Number of a tax deductor"));
    BOOST_TEST(*placed(fields)["quote"]["igst_paise"].integer() == 24282);
}

BOOST_AUTO_TEST_CASE(wrong_details_come_back_beside_their_fields_with_all_that_was_typed) {
    auto fields = order();
    fields["billing_name"] = "";
    fields["gstin"] = "27AAPFU0939F1ZO";
    fields["address"] = "Flat 4, Karimnagar";
    for (auto const* address : {"/subscriptions/checkout/", "/subscriptions/checkout/quote/"}) {
        auto const page = signed_in().post(address, fields);
        BOOST_TEST(status(page) == 422);
        for (auto const* text : {"Enter the name for the invoice", "as on its certificate", "27AAPFU0939F1ZO",
                                 "Flat 4, Karimnagar", "1,349.00", "<title>Error: Checkout"})
            BOOST_TEST(shows(page, text), text);
    }
    auto const problem = program().post("/subscriptions/checkout/", fields);
    BOOST_TEST(status(problem) == 422);
    BOOST_TEST(header(problem, "Content-Type") == "application/problem+json");
    BOOST_TEST(json_of(problem)["errors"]["gstin"].text().has_value());
    BOOST_TEST(json_of(problem)["errors"]["billing_name"].text().has_value());
    BOOST_TEST(count("payments") == 0);
}

BOOST_AUTO_TEST_CASE(the_state_is_asked_of_everyone) {
    auto fields = order();
    fields.erase("state_code");
    auto const answer = program().post("/subscriptions/checkout/", fields);
    BOOST_TEST(status(answer) == 422);
    BOOST_TEST(json_of(answer)["errors"]["state_code"].text().has_value());
}

BOOST_AUTO_TEST_CASE(an_amount_that_the_browser_sends_is_not_looked_at) {
    auto fields = order();
    fields["amount_paise"] = fields["total_amount_paise"] = "100";
    BOOST_TEST(*placed(fields)["amount_paise"].integer() == 159182);
}

BOOST_AUTO_TEST_CASE(two_tabs_and_a_repeated_key_make_one_order) {
    auto fields = order();
    auto const first = placed(fields);
    BOOST_TEST(*placed(fields)["payment_id"].text() == *first["payment_id"].text());
    fields["module"] = "bill";
    fields["idempotency_key"] = "a-press-of-the-button";
    auto const keyed = placed(fields);
    BOOST_TEST(*placed(fields)["payment_id"].text() == *keyed["payment_id"].text());
    BOOST_TEST(count("payments") == 2);
    BOOST_TEST(gateway.orders_made() == 2);
}

BOOST_AUTO_TEST_CASE(the_key_may_come_as_a_header) {
    auto browser = program();
    auto const send = [&](std::string const& module) {
        auto fields = order(module);
        fields.emplace("csrf_token", app.csrf.token_for(browser.cookie("__Host-sid")));
        return json_of(
            browser.send({.method = web::Method::post,
                          .path = "/subscriptions/checkout/",
                          .form = fields,
                          .headers = {{"accept", "application/json"}, {"idempotency-key", "the-same"}}}));
    };
    BOOST_TEST(*send("estimate")["payment_id"].text() == *send("bill")["payment_id"].text());
}

BOOST_AUTO_TEST_CASE(an_order_without_the_form_s_token_is_refused) {
    auto browser = signed_in();
    browser.without_token();
    BOOST_TEST(status(browser.post("/subscriptions/checkout/", order())) == 403);
    BOOST_TEST(count("payments") == 0);
}

BOOST_AUTO_TEST_CASE(a_browser_is_led_to_the_page_of_its_order) {
    auto browser = signed_in();
    auto const answer = browser.post("/subscriptions/checkout/", order());
    BOOST_TEST(status(answer) == 303);
    auto const page = browser.get(header(answer, "Location"));
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text : {"Pay ₹ 1,591.82", "data-key=\"rzp_test_fake\"", "data-amount=\"159182\"",
                             "data-order=\"order_", "https://checkout.example/v1/checkout.js"})
        BOOST_TEST(shows(page, text), text);
    auto const policy = header(page, "Content-Security-Policy");
    BOOST_TEST(policy.find(" https://checkout.example http://127.0.0.1:") != std::string::npos);
    BOOST_TEST(header(browser.get("/subscriptions/checkout/?module=bill&duration_months=1"),
                      "Content-Security-Policy")
                   .find("checkout.example") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_gateway_that_is_away_loses_nothing_that_was_typed) {
    gateway.be(test::GatewayFake::Mood::broken);
    auto const page = signed_in().post("/subscriptions/checkout/", order());
    BOOST_TEST(status(page) == 503);
    BOOST_TEST(shows(page, "Razorpay does not answer now"));
    BOOST_TEST(shows(page, "Sita Devi"));
    auto const answer = program().post("/subscriptions/checkout/", order());
    BOOST_TEST(status(answer) == 503);
    BOOST_TEST(*json_of(answer)["code"].text() == "gateway_away");
    BOOST_TEST(*json_of(answer)["retry_after"].integer() == 30);
    auto const list = json_of(program().get("/payments/"));
    BOOST_REQUIRE(list.array()->size() == 1u);
    auto const order_page =
        signed_in().get("/subscriptions/payments/" + *list.array()->front()["id"].text() + "/");
    BOOST_TEST(shows(order_page, "Go on with the order"));
    BOOST_TEST(!shows(order_page, "checkout.example"));
}

BOOST_AUTO_TEST_CASE(a_module_that_staff_closed_is_not_sold) {
    subscribe("bill", "suspended", std::chrono::days{30});
    auto const answer = program().post("/subscriptions/checkout/", order("bill"));
    BOOST_TEST(status(answer) == 403);
    BOOST_TEST(*json_of(answer)["code"].text() == "closed_by_office");
    BOOST_TEST(
        shows(signed_in().post("/subscriptions/checkout/", order("bill")), "Ask support why it is closed"));
}

BOOST_AUTO_TEST_CASE(a_payment_opens_the_module_and_makes_the_invoice) {
    auto const order = placed();
    auto const answer = program().post("/subscriptions/verify-payment/", paid(order));
    BOOST_TEST(status(answer) == 200);
    auto const outcome = json_of(answer);
    BOOST_TEST(*outcome["status"].text() == "captured");
    BOOST_TEST(outcome["subscription_id"].text().has_value());
    BOOST_TEST(parse_instant(*outcome["expires_at"].text()).has_value());
    BOOST_TEST(outcome["invoice_number"].text()->starts_with("SSR/"));

    auto browser = signed_in();
    auto const page = browser.get(page_of(order));
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text : {"Payment received", "Open Estimate", "href=\"/estimate/\""})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(shows(page, *outcome["invoice_number"].text()));
    BOOST_TEST(!shows(page, "checkout.example"));
    BOOST_TEST(count("invoices") == 1);
}

BOOST_AUTO_TEST_CASE(the_same_word_twice_opens_once) {
    auto const order = placed();
    auto const word = paid(order);
    auto const first = json_of(program().post("/subscriptions/verify-payment/", word));
    auto const again = json_of(program().post("/subscriptions/verify-payment/", word));
    BOOST_TEST(first.dump() == again.dump());
    BOOST_TEST(count("subscriptions") == 1);
}

BOOST_AUTO_TEST_CASE(a_browser_s_word_leads_to_the_page_of_the_order) {
    auto const order = placed();
    auto const answer = signed_in().post("/subscriptions/verify-payment/", paid(order));
    BOOST_TEST(header(answer, "Location") == page_of(order));
}

BOOST_AUTO_TEST_CASE(a_forged_signature_opens_nothing) {
    auto const order = placed();
    auto word = paid(order);
    word["razorpay_signature"] = std::string(64, '0');
    auto const answer = program().post("/subscriptions/verify-payment/", word);
    BOOST_TEST(status(answer) == 400);
    BOOST_TEST(*json_of(answer)["code"].text() == "wrong_signature");
    BOOST_TEST(status(signed_in().post("/subscriptions/verify-payment/", word)) == 400);
    BOOST_TEST(count("subscriptions") == 0);
    word.erase("razorpay_signature");
    BOOST_TEST(status(program().post("/subscriptions/verify-payment/", word)) == 422);
}

BOOST_AUTO_TEST_CASE(nobody_sees_or_confirms_another_s_order) {
    auto const order = placed();
    auto const word = paid(order);
    auto other = signed_in(test::a_person(owner.db));
    for (auto const& address : {page_of(order), std::string{"/subscriptions/payments/x/"}})
        BOOST_TEST(status(other.get(address)) == 404);
    BOOST_TEST(status(other.post("/subscriptions/verify-payment/", word)) == 404);
    BOOST_TEST(status(other.post(page_of(order) + "check/")) == 404);
    BOOST_TEST(count("subscriptions") == 0);
}

BOOST_AUTO_TEST_CASE(a_failure_says_the_bank_s_reason_and_the_same_order_is_tried_again) {
    auto const order = placed();
    paid(order, PaymentStatus::failed);
    auto browser = signed_in();
    auto const answer = browser.post(page_of(order) + "check/");
    auto const page = browser.get(header(answer, "Location"));
    for (auto const* text :
         {"Payment did not go through", "Your card has no funds.", "5 to 7 working days", "Try again"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(shows(page, "data-order=\"" + *order["gateway_order_id"].text()));
    BOOST_TEST(*json_of(program().post("/subscriptions/verify-payment/", paid(order)))["status"].text() ==
               "captured");
    BOOST_TEST(count("payments") == 1);
}

BOOST_AUTO_TEST_CASE(a_closed_window_is_said_and_the_order_can_be_paid_still) {
    auto const order = placed();
    auto browser = signed_in();
    auto const answer = browser.post(page_of(order) + "check/", {{"closed", "1"}});
    auto const page = browser.get(header(answer, "Location"));
    BOOST_TEST(shows(page, "You closed the payment window"));
    BOOST_TEST(shows(page, "Try again"));
}

BOOST_AUTO_TEST_CASE(while_the_gateway_is_away_the_page_waits_and_then_tells) {
    auto const order = placed();
    auto const word = paid(order);
    gateway.be(test::GatewayFake::Mood::broken);
    BOOST_TEST(*json_of(program().post("/subscriptions/verify-payment/", word))["status"].text() ==
               "attempted");
    auto const page = signed_in().get(page_of(order));
    for (auto const* text : {"Waiting for your bank", "data-awaits=\"attempted\"", "5 to 7 working days"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(!shows(page, "Try again"));
    gateway.be(test::GatewayFake::Mood::well);
    BOOST_TEST(*json_of(program().post(page_of(order) + "check/"))["status"].text() == "captured");
}

BOOST_AUTO_TEST_CASE(an_order_of_yesterday_is_not_paid_but_made_anew) {
    auto const order = placed();
    app.clock.shift_to(app.clock.now() + std::chrono::hours{24});
    auto const page = signed_in().get(page_of(order));
    BOOST_TEST(shows(page, "This order has ended"));
    BOOST_TEST(shows(page, "module=estimate&amp;duration_months=3"));
    BOOST_TEST(!shows(page, "checkout.example"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(stages)

BOOST_AUTO_TEST_CASE(each_state_of_an_order_has_its_stage) {
    using namespace subscriptions_pages;
    auto const then = *parse_instant("2026-11-24T10:00:00Z");
    billing::Payment payment{.id = PaymentId{1},
                             .public_id = PublicPaymentId::fresh(),
                             .user = UserId{1},
                             .gateway_order_id = "order_1",
                             .status = PaymentStatus::created,
                             .created_at = then};
    auto const stage = [&](PaymentStatus status, std::chrono::seconds later = {}) {
        payment.status = status;
        return stage_of(payment, then + later);
    };
    auto const payable = [&](PaymentStatus status, std::chrono::seconds later = {}) {
        payment.status = status;
        return can_be_paid(payment, then + later);
    };
    using namespace std::chrono_literals;
    BOOST_TEST((stage(PaymentStatus::created) == Stage::to_pay));
    BOOST_TEST((stage(PaymentStatus::failed) == Stage::failed));
    BOOST_TEST((stage(PaymentStatus::attempted) == Stage::waiting));
    BOOST_TEST((stage(PaymentStatus::authorized, 48h) == Stage::waiting));
    BOOST_TEST((stage(PaymentStatus::created, 24h) == Stage::lapsed));
    BOOST_TEST((stage(PaymentStatus::failed, 24h) == Stage::lapsed));
    BOOST_TEST((stage(PaymentStatus::captured) == Stage::paid));
    BOOST_TEST((stage(PaymentStatus::partially_refunded) == Stage::paid));
    BOOST_TEST((stage(PaymentStatus::refunded) == Stage::returned));
    BOOST_TEST(payable(PaymentStatus::created));
    BOOST_TEST(payable(PaymentStatus::failed, 23h));
    BOOST_TEST(!payable(PaymentStatus::failed, 24h));
    BOOST_TEST(!payable(PaymentStatus::attempted, 14min));
    BOOST_TEST(payable(PaymentStatus::attempted, 15min));
    BOOST_TEST(!payable(PaymentStatus::authorized, 15min));
    BOOST_TEST(!payable(PaymentStatus::captured));
    payment.review_reason = "amount";
    BOOST_TEST((stage(PaymentStatus::attempted) == Stage::held));
    BOOST_TEST((stage(PaymentStatus::captured) == Stage::paid));
    payment.review_reason.reset();
    payment.gateway_order_id.reset();
    BOOST_TEST((stage(PaymentStatus::created) == Stage::unsent));
    BOOST_TEST(!payable(PaymentStatus::created));
}

BOOST_AUTO_TEST_SUITE_END()
