#pragma once

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "dev/endpoints.h"
#include "dev/gateway/tables.h"
#include "support/browser.h"
#include "support/database.h"
#include "support/gateway_fake.h"

namespace ssr::test {

/// The simulated gateway's port, and a merchant who knows the account's secret.
struct GatewayPort {
    explicit GatewayPort(std::string webhook_address = "http://127.0.0.1:1/") {
        app.emplace(dev::Config{house, account.config(), {std::move(webhook_address), "webhook secret", ""}});
        merchant.emplace(caller());
    }

    web::Response get(std::string_view address) { return ask(web::Method::get, address, {}); }
    web::Response post(std::string_view address, Json const& body, std::string const& key = {}) {
        return ask(web::Method::post, address, body.dump(), key);
    }
    std::string make_order(std::int64_t paise = 50000, bool captures_at_once = true) {
        auto const made =
            post("/v1/orders",
                 Json::Object{{"amount", paise}, {"currency", "INR"}, {"payment_capture", captures_at_once}});
        return json_of(made)["id"].text().value();
    }
    /// The payment that the customer made.
    std::string pay(std::string const& order, std::string const& outcome = "success",
                    std::string const& webhooks = "normal") {
        auto const word = json_of(post(
            "/_sim/pay", Json::Object{{"order_id", order}, {"outcome", outcome}, {"webhooks", webhooks}}));
        return word["razorpay_payment_id"].text().value();
    }
    std::string status_of(std::string const& payment) {
        return json_of(get("/v1/payments/" + payment))["status"].text().value();
    }
    /// The bag is one for all tests of this binary.
    void empty_the_bag() {
        app->db.execute("DELETE FROM gateway.deliveries");
        app->db.execute("UPDATE gateway.payments SET becomes = NULL, becomes_at = NULL");
    }
    void wait(std::chrono::seconds time) { app->clock.shift_to(app->clock.now() + time); }

    GatewayFake account;  // for its key and secret
    guard::HouseConfig house = prepared();
    std::optional<dev::App> app;
    std::optional<Browser> merchant;
    std::string authorization =
        "Basic " + to_base64(account.config().gateway.key_id + ":" + account.config().gateway.key_secret);

private:
    static guard::HouseConfig prepared() {
        Database owner;
        // A clone of a database does not inherit the rights on the database itself.
        owner.db.run_script(
            "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO ssr_dev', current_database()); END "
            "$$");
        auto config = house_for("ssr_dev");
        db::Session db{config.db};
        dev::gateway::create_tables(db);
        dev::gateway::create_tables(db);
        return config;
    }
    Browser caller() {
        Browser browser{"dev", dev::routes(), *app, house};
        browser.set_zone("gateway");
        return browser;
    }
    web::Response ask(web::Method method, std::string_view address, std::string const& body,
                      std::string const& key = {}) {
        auto const query = address.find('?');
        web::Request request{.method = method, .path = std::string{address.substr(0, query)}, .body = body};
        if (query != std::string_view::npos) BOOST_REQUIRE(read_query(address.substr(query + 1), request));
        request.headers = {{"authorization", authorization}, {"content-type", "application/json"}};
        if (!key.empty()) request.headers.emplace("x-refund-idempotency", key);
        return merchant->send(std::move(request));
    }
    static bool read_query(std::string_view text, web::Request& request) {
        for (auto const pair : split(text, '&'))
            request.query.emplace(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
        return true;
    }
};

}  // namespace ssr::test
