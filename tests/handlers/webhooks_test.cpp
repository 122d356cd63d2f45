#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "support/browser.h"
#include "support/database.h"
#include "webhooks/app.h"

using namespace ssr;

namespace {

// The gateway at its door.
struct Door {
    guard::HouseConfig house = test::house_for("ssr_webhooks");
    webhooks::App app{{house, {"present secret", "previous secret"}}};
    test::Database owner;
    test::Browser gateway{"webhooks", webhooks::routes(), app, house};
    std::string const bytes = R"({"event":"payment.captured","payload":{}})";

    Door() { test::show_templates(); }

    web::Response deliver(std::string const& body, std::string const& secret, std::string const& event_id) {
        return gateway.send({.method = web::Method::post,
                             .path = "/webhooks/razorpay/",
                             .headers = {{"x-razorpay-signature", hmac_sha256_hex(secret, body)},
                                         {"x-razorpay-event-id", event_id},
                                         {"accept", "*/*"}},
                             .body = body});
    }
    std::int64_t kept(std::string const& event_id) {
        return owner.db.one("SELECT count(*) AS n FROM webhook_events WHERE event_id = :id",
                            {{"id", event_id}}, [](db::Row const& row) { return row.integer("n"); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(the_gateway_s_events, Door)

BOOST_AUTO_TEST_CASE(an_event_is_kept_once_however_often_it_comes) {
    for (auto const* expected : {"stored", "seen_before", "seen_before"}) {
        auto const answer = deliver(bytes, "present secret", "evt_twice");
        BOOST_TEST(int(answer.status) == 200);
        BOOST_TEST(*test::json_of(answer)["status"].text() == expected);
        BOOST_TEST(app.db.statements() == 1);
    }
    BOOST_TEST(kept("evt_twice") == 1);
}

BOOST_AUTO_TEST_CASE(an_event_signed_before_the_secret_changed_is_taken) {
    BOOST_TEST(int(deliver(bytes, "previous secret", "evt_previous").status) == 200);
    BOOST_TEST(kept("evt_previous") == 1);
}

BOOST_AUTO_TEST_CASE(a_wrong_or_missing_signature_leaves_nothing) {
    auto const answer = deliver(bytes, "another secret", "evt_forged");
    BOOST_TEST(int(answer.status) == 400);
    BOOST_TEST(*test::json_of(answer)["code"].text() == "wrong_signature");
    BOOST_TEST(app.db.statements() == 0);
    BOOST_TEST(int(gateway.send({.method = web::Method::post, .path = "/webhooks/razorpay/", .body = bytes})
                       .status) == 400);
    BOOST_TEST(kept("evt_forged") == 0);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_event_are_refused_though_signed) {
    auto const answer = deliver("not json", "present secret", "evt_words");
    BOOST_TEST(int(answer.status) == 400);
    BOOST_TEST(*test::json_of(answer)["code"].text() == "not_an_event");
    BOOST_TEST(kept("evt_words") == 0);
}

BOOST_AUTO_TEST_CASE(a_look_with_a_browser_finds_nothing_here) {
    BOOST_TEST(int(gateway.get("/webhooks/razorpay/").status) == 405);
    BOOST_TEST(int(gateway.get("/webhooks/other/").status) == 404);
}

BOOST_AUTO_TEST_SUITE_END()
