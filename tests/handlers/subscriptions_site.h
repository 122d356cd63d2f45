#pragma once

#include "subscriptions/endpoints.h"
#include "support/browser.h"
#include "support/database.h"
#include "support/gateway_fake.h"
#include "support/people.h"

namespace ssr::test {

/// The shop in process, a gateway beside it, and somebody who buys.
struct Shopfront {
    explicit Shopfront(bool takes_mandates = false) : takes_mandates{takes_mandates} {}

    bool takes_mandates;
    guard::HouseConfig house = house_for("ssr_subscriptions");
    GatewayFake gateway;
    subscriptions_pages::App app{{house, takes_mandates ? gateway.with_mandates() : gateway.config(),
                                  subscriptions_pages::razorpay_of(
                                      gateway.config().gateway, "https://checkout.example/v1/checkout.js")}};
    Database owner;
    Person sita = a_person(owner.db);

    Browser stranger() { return {"subscriptions", subscriptions_pages::routes(), app, house}; }
    Browser signed_in(Person const& person) {
        auto browser = stranger();
        browser.set_cookie("__Host-sid", a_session(owner.db, person, app.clock.now()));
        browser.get("/modules/");  // brings the session into Redis, as the sign-in would have
        return browser;
    }
    Browser signed_in() { return signed_in(sita); }
    Browser program() {
        auto browser = signed_in();
        browser.prefers_json();
        return browser;
    }

    static web::Fields order(std::string module = "estimate", std::string months = "3") {
        return {{"module", std::move(module)},
                {"duration_months", std::move(months)},
                {"billing_name", "Sita Devi"},
                {"state_code", "36"}};
    }
    /// Makes an order as a program; fails the test where it is refused.
    Json placed(web::Fields fields = order());
    /// What Checkout hands to the page once the gateway tells of such a payment for that order.
    web::Fields paid(Json const& order, billing::PaymentStatus status = billing::PaymentStatus::captured);

    std::int64_t count(std::string const& table) {
        return owner.db.one("SELECT count(*) AS n FROM " + table + " WHERE user_id = :user",
                            {{"user", sita.id}}, [](db::Row const& row) { return row.integer("n"); });
    }
    /// Thirty orders that were never paid, ORD-MANY-…
    void order_many();
    void subscribe(std::string_view module, std::string_view status, std::chrono::days left);
};

}  // namespace ssr::test
