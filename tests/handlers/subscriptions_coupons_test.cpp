#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "handlers/subscriptions_site.h"

using namespace ssr;
using test::header, test::json_of, test::shows;

namespace {

int status(web::Response const& answer) { return int(answer.status); }

// A coupon of this test's own, and what is done with it at the counter.
struct Sale : test::Shopfront {
    std::string code = "SALE" + std::to_string(sita.id.value());

    void offer(std::string const& type, int value, std::string const& limits = "NULL, NULL") {
        owner.db.run_script(
            "INSERT INTO coupons (public_id, code, discount_type, discount_value, usage_limit, "
            "per_user_limit, "
            "created_at) VALUES (uuid_v7(), '" +
            code + "', '" + type + "', " + std::to_string(value) + ", " + limits + ", '2026-11-01Z')");
    }
    void change(std::string const& what) {
        owner.db.run_script("UPDATE coupons SET " + what + " WHERE code = '" + code + "'");
    }
    web::Fields with_coupon(std::string typed) {
        auto fields = order();
        fields["coupon"] = std::move(typed);
        return fields;
    }
    web::Fields with_coupon() { return with_coupon(code); }
    std::int64_t used() {
        return owner.db.one("SELECT times_used FROM coupons WHERE code = :code", {{"code", code}},
                            [](db::Row const& row) { return row.integer("times_used"); });
    }
    /// The complaint beside the field, at the order and at its price; nothing is ordered.
    void check_refused(std::string const& complaint, web::Fields const& fields) {
        auto const answer = program().post("/subscriptions/checkout/", fields);
        BOOST_TEST(status(answer) == 422);
        BOOST_TEST(json_of(answer)["errors"]["coupon"].text().value_or("") == complaint);
        for (auto const* address : {"/subscriptions/checkout/", "/subscriptions/checkout/quote/"}) {
            auto const page = signed_in().post(address, fields);
            BOOST_TEST(status(page) == 422);
            for (auto const& text : {complaint, std::string{"#f-coupon"}, fields.at("coupon"),
                                     std::string{"Sita Devi"}, std::string{"1,591.82"}})
                BOOST_TEST(shows(page, text), text);
        }
        BOOST_TEST(count("payments") == 0);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(coupons, Sale)

BOOST_AUTO_TEST_CASE(the_checkout_has_a_field_for_a_coupon) {
    auto const page = signed_in().get("/subscriptions/checkout/?module=estimate&duration_months=3");
    BOOST_TEST(shows(page, "name=\"coupon\""));
    BOOST_TEST(!shows(page, "<dt>Coupon"));
}

BOOST_AUTO_TEST_CASE(a_coupon_makes_the_total_lower_before_anything_is_ordered) {
    offer("percent", 10);
    change("valid_until = '2100-01-01T00:00+05:30', max_discount_paise = 100000");
    auto const page = signed_in().post("/subscriptions/checkout/quote/", with_coupon());
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text : {"10 % off, at most ₹ 1,000.00, valid till 31-12-2099", "−134.90", "1,214.10",
                             "109.27", "Continue to pay ₹ 1,432.64"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(shows(page, "Coupon " + code));
    BOOST_TEST(used() == 0);
}

BOOST_AUTO_TEST_CASE(the_discounts_of_a_set_and_of_a_coupon_stand_apart) {
    offer("flat", 10000);
    auto fields = with_coupon();
    fields.erase("module");
    fields["bundle"] = "all";
    fields["duration_months"] = "1";
    auto const page = signed_in().post("/subscriptions/checkout/quote/", fields);
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const* text : {"₹ 100.00 off", "−239.40", "−100.00", "1,256.60"})
        BOOST_TEST(shows(page, text), text);
}

BOOST_AUTO_TEST_CASE(an_order_is_made_at_the_coupon_s_price_and_names_it) {
    offer("percent", 10);
    auto const order = placed(with_coupon(" " + lower(code) + " "));
    BOOST_TEST(*order["amount_paise"].integer() == 143264);
    BOOST_TEST(*order["quote"]["discount_amount_paise"].integer() == 13490);
    BOOST_TEST(*order["quote"]["cgst_paise"].integer() == 10927);
    BOOST_TEST(used() == 1);
    auto const page = signed_in().get("/subscriptions/payments/" + *order["payment_id"].text() + "/");
    BOOST_TEST(shows(page, code));
    BOOST_TEST(shows(page, "Pay ₹ 1,432.64"));
}

BOOST_AUTO_TEST_CASE(a_coupon_that_is_not_taken_is_never_passed_over_in_silence) {
    check_refused("There is no coupon of that code.", with_coupon("NOSUCH"));
    offer("percent", 10);
    change("valid_until = '2020-01-01Z'");
    check_refused("This coupon has expired.", with_coupon());
    change("valid_until = NULL, valid_from = '2100-01-01Z'");
    check_refused("This coupon cannot be used yet.", with_coupon());
    change("valid_from = NULL, usage_limit = 1, times_used = 1");
    check_refused("This coupon was used as often as it could be.", with_coupon());
    change("usage_limit = NULL, times_used = 0");
    owner.db.run_script(
        "INSERT INTO coupon_modules SELECT c.id, m.id FROM coupons c, modules m WHERE m.code = 'bill' AND "
        "c.code = '" +
        code + "'");
    check_refused("This coupon is for other modules.", with_coupon());
}

BOOST_AUTO_TEST_CASE(who_has_used_it_is_told_so_and_somebody_else_may) {
    offer("percent", 10, "5, 1");
    program().post("/subscriptions/verify-payment/", paid(placed(with_coupon())));
    auto const again = program().post("/subscriptions/checkout/", with_coupon());
    BOOST_TEST(*json_of(again)["errors"]["coupon"].text() == "You have used this coupon before.");
    auto other = signed_in(test::a_person(owner.db));
    BOOST_TEST(status(other.post("/subscriptions/checkout/", with_coupon())) == 303);
    BOOST_TEST(used() == 2);
}

BOOST_AUTO_TEST_CASE(wrong_details_and_a_wrong_coupon_are_told_together) {
    auto fields = with_coupon("NOSUCH");
    fields["billing_name"] = "";
    auto const page = signed_in().post("/subscriptions/checkout/", fields);
    BOOST_TEST(status(page) == 422);
    BOOST_TEST(shows(page, "Enter the name for the invoice"));
    BOOST_TEST(shows(page, "There is no coupon of that code."));
}

BOOST_AUTO_TEST_CASE(a_code_is_shown_as_text_whatever_it_is) {
    auto const page =
        signed_in().post("/subscriptions/checkout/quote/", with_coupon("\"><script>alert(1)</script>"));
    BOOST_TEST(status(page) == 422);
    BOOST_TEST(!shows(page, "<script>alert"));
    BOOST_TEST(shows(page, "&lt;script&gt;alert(1)"));
}

BOOST_AUTO_TEST_CASE(after_ten_codes_that_do_not_exist_nothing_is_said_of_any_and_nothing_typed_is_lost) {
    offer("percent", 10);
    for (int i = 0; i < billing::kCouponGuesses; ++i)
        BOOST_TEST(status(signed_in().post("/subscriptions/checkout/quote/",
                                           with_coupon("NOSUCH" + std::to_string(i)))) == 422);
    for (auto const* address : {"/subscriptions/checkout/", "/subscriptions/checkout/quote/"})
        for (auto const& typed : {std::string{"NOSUCH-AGAIN"}, code}) {
            auto const page = signed_in().post(address, with_coupon(typed));
            BOOST_TEST(status(page) == 429);
            BOOST_TEST(header(page, "Retry-After") == "3600");
            for (auto const& text :
                 {std::string{"Ten codes that do not exist were tried."}, std::string{"#f-coupon"}, typed,
                  std::string{"Sita Devi"}, std::string{"1,591.82"}})
                BOOST_TEST(shows(page, text), text);
            auto const answer = program().post(address, with_coupon(typed));
            BOOST_TEST(status(answer) == 429);
            BOOST_TEST(*json_of(answer)["code"].text() == "too_many_coupons");
        }
    BOOST_TEST(count("payments") == 0);
    BOOST_TEST(status(signed_in().post("/subscriptions/checkout/", order())) == 303);  // without a coupon
}

BOOST_AUTO_TEST_CASE(the_guesses_of_one_close_no_coupon_to_another) {
    offer("percent", 10);
    for (int i = 0; i <= billing::kCouponGuesses; ++i)
        signed_in().post("/subscriptions/checkout/quote/", with_coupon("NOSUCH" + std::to_string(i)));
    BOOST_TEST(status(signed_in().post("/subscriptions/checkout/quote/", with_coupon())) == 429);
    auto other = signed_in(test::a_person(owner.db));
    BOOST_TEST(status(other.post("/subscriptions/checkout/quote/", with_coupon())) == 200);
}

BOOST_AUTO_TEST_CASE(a_coupon_for_all_of_it_needs_no_gateway) {
    offer("percent", 100, "1, 1");
    gateway.be(test::GatewayFake::Mood::broken);
    auto browser = signed_in();
    auto const total = browser.post("/subscriptions/checkout/quote/", with_coupon());
    BOOST_TEST(shows(total, "Complete the order"));
    BOOST_TEST(!shows(total, "Continue to pay"));
    auto const answer = browser.post("/subscriptions/checkout/", with_coupon());
    BOOST_TEST(status(answer) == 303);
    auto const page = browser.get(header(answer, "Location"));
    for (auto const* text : {"Your order is complete", "Open Estimate", "Invoice SSR/"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(!shows(page, "checkout.example"));
    BOOST_TEST(header(browser.get("/modules/estimate/"), "Location") == "/estimate/");
    BOOST_TEST(gateway.orders_made() == 0);
    BOOST_TEST(count("invoices") == 1);
}

BOOST_AUTO_TEST_CASE(a_program_hears_that_nothing_is_to_be_paid) {
    offer("percent", 100);
    auto const order = placed(with_coupon());
    BOOST_TEST(order["gateway_order_id"].is_null());
    BOOST_TEST(*order["amount_paise"].integer() == 0);
    BOOST_TEST(gateway.orders_made() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
