#include "support/shop.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

namespace ssr::test {

Counter::Counter(Clock const& clock, billing::BillingConfig const& config, std::string const& role)
    : db{{clone_as(role)}},
      redis{redis_url()},
      gateway{config.gateway},
      capture{db, clock, config},
      checkout{db, clock, config, gateway, billing::CouponGuesses{redis, clock}},
      verification{db, clock, gateway, capture},
      reconciler{db, clock, gateway, capture} {}

billing::OrderWish Shop::wish(billing::Wish what, std::string key) const {
    return {.user = sita.id,
            .wish = std::move(what),
            .billing_name = sita.name,
            .email = sita.email.text(),
            .phone = sita.phone.e164(),
            .address = "",
            .state = *State::parse("36"),
            .gstin = std::nullopt,
            .idempotency_key = std::move(key)};
}

billing::Payment Shop::order(billing::Wish what) {
    auto payment = counter.checkout.begin(wish(std::move(what)));
    BOOST_REQUIRE(bool(payment));
    return *std::move(payment);
}

billing::GatewayPayment Shop::told(billing::Payment const& payment, billing::PaymentStatus status) const {
    return {.id = fresh_gateway_id("pay_"),
            .order_id = *payment.gateway_order_id,
            .amount = payment.total,
            .currency = "INR",
            .status = status,
            .failure = status == billing::PaymentStatus::failed ? "The bank declined it." : ""};
}

std::string Shop::status_of(billing::Payment const& payment) {
    return db.one("SELECT status FROM payments WHERE id = :id", {{"id", payment.id}},
                  [](db::Row const& row) { return row.text("status"); });
}

std::int64_t Shop::count(std::string const& table, std::string const& where) {
    return db.one("SELECT count(*) AS n FROM " + table + " WHERE user_id = :user AND (" + where + ")",
                  {{"user", sita.id}}, [](db::Row const& row) { return row.integer("n"); });
}

void Shop::only_own_jobs() {
    db.run_script("DELETE FROM jobs; UPDATE job_schedules SET next_run_at = '2100-01-01Z'");
}

std::string Shop::broken_rules() {
    std::ifstream file{SSR_SOURCE_DIR "/sql/invariants.sql"};
    std::string const sql{std::istreambuf_iterator<char>{file}, {}};
    std::string broken;
    db.each("SELECT name, broken FROM (" + sql + ") AS asked WHERE broken <> 0", {},
            [&](db::Row const& row) { broken += row.text("name") + " "; });
    return broken;
}

}  // namespace ssr::test
