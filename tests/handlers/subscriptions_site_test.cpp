#include "handlers/subscriptions_site.h"

#include <boost/test/unit_test.hpp>

namespace ssr::test {

Json Shopfront::placed(web::Fields fields) {
    auto const answer = program().post("/subscriptions/checkout/", std::move(fields));
    BOOST_REQUIRE_MESSAGE(int(answer.status) == 200, answer.body);
    return json_of(answer);
}

web::Fields Shopfront::paid(Json const& order, billing::PaymentStatus status) {
    billing::GatewayPayment const payment{
        .id = fresh_gateway_id("pay_"),
        .order_id = *order["gateway_order_id"].text(),
        .amount = Money::from_paise(*order["amount_paise"].integer()),
        .currency = "INR",
        .status = status,
        .failure = status == billing::PaymentStatus::failed ? "Your card has no funds." : ""};
    gateway.has(payment);
    return {{"razorpay_payment_id", payment.id},
            {"razorpay_order_id", payment.order_id},
            {"razorpay_signature", checkout_signature(gateway.config(), payment)}};
}

void Shopfront::order_many() {
    owner.db.execute(R"(
        INSERT INTO payments (public_id, order_id, user_id, subtotal_paise, gst_amount_paise, total_amount_paise,
                              pricing_snapshot, billing_name, billing_state_code, created_at)
        SELECT uuid_v7(), 'ORD-MANY-' || uuid_v7(), :user, 100, 0, 100,
               '{"price_paise": 100, "lines": [{"module_id": 1, "pricing_id": 1, "module": "bill", "name": "Bill", "months": 1,
                 "price_paise": 100, "discount_paise": 0, "gst_percent": 18}]}', 'Sita', '36', cast(:now AS timestamptz)
          FROM generate_series(1, 30)
    )",
                     {{"user", sita.id}, {"now", app.clock.now()}});
}

void Shopfront::subscribe(std::string_view module, std::string_view status, std::chrono::days left) {
    auto const now = app.clock.now();
    owner.db.execute(R"(
        INSERT INTO subscriptions (public_id, user_id, module_id, status, source, started_at, expires_at, usage_reset_at, created_at)
        SELECT uuid_v7(), :user, id, :status, 'grant', :start, :end, :start, :start FROM modules WHERE code = :module
    )",
                     {{"user", sita.id},
                      {"status", status},
                      {"start", now - std::chrono::days{400}},
                      {"end", now + left},
                      {"module", module}});
}

}  // namespace ssr::test
