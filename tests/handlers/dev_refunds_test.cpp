#include "handlers/dev_gateway.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::json_of;
using Object = Json::Object;

namespace {

struct Paid : test::GatewayPort {
    std::string payment = pay(make_order());

    web::Response refund(Json const& body, std::string const& key = {}) {
        return post("/v1/payments/" + payment + "/refund", body, key);
    }
    int count() {
        return int(json_of(get("/v1/payments/" + payment + "/refunds"))["count"].integer().value());
    }
    std::string refund_status() {
        auto const entity = json_of(get("/v1/payments/" + payment));
        return entity["status"].text().value() + " " + entity["refund_status"].text().value_or("none") + " " +
               std::to_string(entity["amount_refunded"].integer().value());
    }
    static std::string id_of(web::Response const& answer) {
        return json_of(answer)["id"].text().value_or("");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(refunds_of_the_simulated_gateway, Paid)

BOOST_AUTO_TEST_CASE(parts_go_back_until_nothing_is_left) {
    auto const first = json_of(refund(Object{{"amount", 20000}}));
    BOOST_TEST(first["id"].text().value().starts_with("rfnd_"));
    BOOST_TEST(first["status"].text().value() == "processed");
    BOOST_TEST(first["payment_id"].text().value() == payment);
    BOOST_TEST(refund_status() == "captured partial 20000");
    BOOST_TEST(int(refund(Object{{"amount", 30001}}).status) == 400);
    BOOST_TEST(int(refund(Object{{"amount", 99}}).status) == 400);
    BOOST_TEST(json_of(refund(Object{}))["amount"].integer().value() == 30000);
    BOOST_TEST(refund_status() == "refunded full 50000");
    BOOST_TEST(int(refund(Object{{"amount", 100}}).status) == 400);
    BOOST_TEST(count() == 2);
}

BOOST_AUTO_TEST_CASE(the_same_key_refunds_once) {
    auto const first = refund(Object{{"amount", 20000}}, "refund-2026-1");
    BOOST_TEST(id_of(refund(Object{{"amount", 20000}}, "refund-2026-1")) == id_of(first));
    BOOST_TEST(int(refund(Object{{"amount", 10000}}, "refund-2026-1").status) == 409);
    BOOST_TEST(count() == 1);
    BOOST_TEST(id_of(refund(Object{{"amount", 20000}}, "refund-2026-2")) != id_of(first));
    BOOST_TEST(count() == 2);
    for (auto const* key : {"too-short", "with a blank in it"})
        BOOST_TEST(int(refund(Object{{"amount", 100}}, key).status) == 400);
    BOOST_TEST(count() == 2);
}

BOOST_AUTO_TEST_CASE(twenty_four_rupees_sixty_eight_never_arrive) {
    auto const made = json_of(refund(Object{{"amount", 2468}}));
    BOOST_TEST(made["status"].text().value() == "pending");
    auto const found = json_of(get("/v1/refunds/" + made["id"].text().value()));
    BOOST_TEST(found["status"].text().value() == "failed");
    BOOST_TEST(refund_status() == "captured none 0");
}

BOOST_AUTO_TEST_CASE(an_instant_refund_waits_before_it_is_processed) {
    auto const made = json_of(refund(Object{{"speed", "optimum"}}));
    BOOST_TEST(made["status"].text().value() == "pending");
    BOOST_TEST(json_of(get("/v1/refunds/" + made["id"].text().value()))["status"].text().value() ==
               "processed");
    BOOST_TEST(refund_status() == "refunded full 50000");
}

BOOST_AUTO_TEST_CASE(only_what_was_captured_in_the_last_six_months_goes_back) {
    auto const failed = pay(make_order(), "failure");
    BOOST_TEST(int(post("/v1/payments/" + failed + "/refund", Object{}).status) == 400);
    auto const authorized = pay(make_order(50000, false));
    BOOST_TEST(int(post("/v1/payments/" + authorized + "/refund", Object{}).status) == 400);
    wait(std::chrono::days{185});
    BOOST_TEST(int(refund(Object{}).status) == 400);
    BOOST_TEST(count() == 0);
}

BOOST_AUTO_TEST_CASE(the_order_stays_paid) {
    auto const order = json_of(get("/v1/payments/" + payment))["order_id"].text().value();
    refund(Object{});
    BOOST_TEST(json_of(get("/v1/orders/" + order))["status"].text().value() == "paid");
}

BOOST_AUTO_TEST_SUITE_END()
