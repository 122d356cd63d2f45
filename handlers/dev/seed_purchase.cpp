#include "dev/seed_purchase.h"

#include <stdexcept>

#include "base/secure.h"
#include "domain/accounts/user_store.h"
#include "domain/billing/checkout.h"
#include "domain/billing/verification.h"

namespace ssr::dev {

namespace {

[[noreturn]] void fail(std::string const& what) {
    throw std::runtime_error{"the demonstration's purchase: " + what};
}

billing::OrderWish year_of_everything(db::Session& db) {
    return db.one(R"(
        SELECT id, coalesce(nullif(company_name, ''), name) AS billing_name, email, phone, state_code
          FROM users WHERE email = 'ravi@example.test'
    )",
                  {}, [&](db::Row const& row) {
                      return billing::OrderWish{.user = row.id<UserId>("id"),
                                                .wish = {.bundle = "all", .months = 12},
                                                .billing_name = row.text("billing_name"),
                                                .email = row.text("email"),
                                                .phone = row.text("phone"),
                                                .address = "",
                                                .state = *State::parse(row.text("state_code")),
                                                .gstin = std::nullopt,
                                                .idempotency_key = "demonstration"};
                  });
}

}  // namespace

void seed_purchase(App& app) {
    billing::Gateway gateway{app.billing.gateway};
    billing::Checkout checkout{app.db, app.clock, app.billing, gateway, {app.redis, app.clock}};
    auto const order = checkout.begin(year_of_everything(app.db));
    if (!order) fail("no order could be made");
    if (order->captured_at) return;

    auto const paid = app.acquirer.pay(
        {.order_id = *order->gateway_order_id, .method = "upi", .outcome = "success", .webhooks = "normal"});
    if (!paid) fail(paid.error().description);
    billing::Capture capture{app.db, app.clock, app.billing};
    billing::Verification verification{app.db, app.clock, gateway, capture};
    auto const verified = verification.take(
        {.user = order->user,
         .order_id = paid->order_id,
         .payment_id = paid->id,
         .signature = hmac_sha256_hex(app.billing.gateway.key_secret, paid->order_id + "|" + paid->id),
         .ip_address = "127.0.0.1"});
    if (!verified || verified->status != billing::PaymentStatus::captured) fail("its payment was not taken");
}

}  // namespace ssr::dev
