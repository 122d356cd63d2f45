#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/StreamCopier.h>
#include <mutex>

#include "base/secure.h"
#include "domain/billing/webhook_inbox.h"
#include "handlers/dev_gateway.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::json_of;
using Object = Json::Object;

namespace {

namespace net = Poco::Net;

struct Received {
    std::string event, event_id, signature, body;
};

/// The merchant's site as the gateway sees it: an address that takes webhooks, or does not.
class Site {
public:
    Site() : server_{new Factory{*this}, socket_, new net::HTTPServerParams} { server_.start(); }
    ~Site() { server_.stopAll(true); }

    std::string address() const {
        return "http://127.0.0.1:" + std::to_string(socket_.address().port()) + "/webhooks/razorpay/";
    }
    void answers(int status) {
        std::lock_guard const lock{mutex_};
        status_ = status;
    }
    std::vector<Received> received() {
        std::lock_guard const lock{mutex_};
        return received_;
    }
    /// "payment.authorized payment.captured order.paid"
    std::string events() {
        std::vector<std::string> names;
        for (auto const& each : received()) names.push_back(each.event);
        return join(names, " ");
    }

private:
    struct Handler : net::HTTPRequestHandler {
        explicit Handler(Site& site) : site{site} {}
        void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
            Received got{.event_id = request.get("X-Razorpay-Event-Id", ""),
                         .signature = request.get("X-Razorpay-Signature", "")};
            Poco::StreamCopier::copyToString(request.stream(), got.body);
            auto const body = Json::parse(got.body).value_or(Json{});
            got.event = body["event"].text().value_or("");
            response.setStatus(net::HTTPResponse::HTTPStatus(site.take(std::move(got))));
            response.setContentLength(0);
            response.send();
        }
        Site& site;
    };
    struct Factory : net::HTTPRequestHandlerFactory {
        explicit Factory(Site& site) : site{site} {}
        net::HTTPRequestHandler* createRequestHandler(net::HTTPServerRequest const&) override {
            return new Handler{site};
        }
        Site& site;
    };
    int take(Received received) {
        std::lock_guard const lock{mutex_};
        received_.push_back(std::move(received));
        return status_;
    }

    std::mutex mutex_;
    int status_ = 200;
    std::vector<Received> received_;
    net::ServerSocket socket_{Poco::Net::SocketAddress{"127.0.0.1", 0}};
    net::HTTPServer server_;
};

struct Post {
    Site site;
    test::GatewayPort gateway{site.address()};

    Post() { gateway.empty_the_bag(); }
    int deliver() {
        gateway.app->acquirer.ripen();
        return gateway.app->deliveries.deliver_due();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(webhooks_of_the_simulated_gateway, Post)

BOOST_AUTO_TEST_CASE(a_success_is_told_in_three_events_each_signed_over_its_bytes) {
    auto const order = gateway.make_order();
    auto const payment = gateway.pay(order);
    deliver();
    BOOST_TEST(site.events() == "payment.authorized payment.captured order.paid");
    for (auto const& each : site.received()) {
        BOOST_TEST(billing::is_signed_by_gateway(each.body, each.signature, {"webhook secret"}));
        BOOST_TEST(!billing::is_signed_by_gateway(each.body + " ", each.signature, {"webhook secret"}));
        BOOST_TEST(each.event_id.size() == 14u);
        auto const body = *Json::parse(each.body);
        BOOST_TEST(body["entity"].text().value() == "event");
        BOOST_TEST(body["payload"]["payment"]["entity"]["id"].text().value() == payment);
        BOOST_TEST(body["created_at"].integer().has_value());
        BOOST_TEST(!body["contains"].array()->empty());
        BOOST_TEST(body["id"].is_null());
    }
    // Each is a picture of its own moment.
    auto const status = [&](int at) {
        auto const body = *Json::parse(site.received()[std::size_t(at)].body);
        return body["payload"]["payment"]["entity"]["status"].text().value();
    };
    BOOST_TEST(status(0) == "authorized");
    BOOST_TEST(status(1) == "captured");
}

BOOST_AUTO_TEST_CASE(they_come_twice_or_backwards_or_not_at_all_as_it_was_played) {
    gateway.pay(gateway.make_order(), "success", "reversed");
    deliver();
    BOOST_TEST(site.events() == "order.paid payment.captured payment.authorized");
    gateway.pay(gateway.make_order(), "success", "none");
    BOOST_TEST(deliver() == 0);
    gateway.pay(gateway.make_order(), "failure", "duplicate");
    BOOST_TEST(deliver() == 2);
    auto const all = site.received();
    BOOST_TEST(all[3].event == "payment.failed");
    BOOST_TEST(all[3].event_id == all[4].event_id);
    BOOST_TEST(all[3].body == all[4].body);
}

BOOST_AUTO_TEST_CASE(what_is_not_taken_comes_again_with_growing_pauses) {
    gateway.pay(gateway.make_order(), "failure");
    site.answers(500);
    BOOST_TEST(deliver() == 1);
    BOOST_TEST(deliver() == 0);
    for (auto const pause : {1s, 2s, 4s, 8s}) {
        gateway.wait(pause - 1s);
        BOOST_TEST(deliver() == 0);
        gateway.wait(1s);
        BOOST_TEST(deliver() == 1);
    }
    site.answers(204);
    gateway.wait(16s);
    BOOST_TEST(deliver() == 1);
    gateway.wait(24h);
    BOOST_TEST(deliver() == 0);
    auto const all = site.received();
    BOOST_TEST(all.size() == 6u);
    for (auto const& each : all) BOOST_TEST(each.event_id == all.front().event_id);
}

BOOST_AUTO_TEST_CASE(after_a_day_the_gateway_gives_up) {
    auto const payment = gateway.pay(gateway.make_order(), "failure");
    site.answers(500);
    deliver();
    gateway.wait(24h);
    BOOST_TEST(deliver() == 1);
    gateway.wait(24h);
    BOOST_TEST(deliver() == 0);
    auto const told = gateway.app->deliveries.list(payment);
    BOOST_TEST(told.size() == 1u);
    BOOST_TEST(told.front().given_up_at.has_value());
}

BOOST_AUTO_TEST_CASE(a_delayed_word_waits_for_its_time) {
    gateway.post("/_sim/pay",
                 Object{{"order_id", gateway.make_order()}, {"outcome", "failure"}, {"delay_ms", 60'000}});
    BOOST_TEST(deliver() == 0);
    gateway.wait(60s);
    BOOST_TEST(deliver() == 1);
}

BOOST_AUTO_TEST_CASE(a_late_success_tells_of_the_failure_first) {
    gateway.pay(gateway.make_order(), "late_success");
    deliver();
    BOOST_TEST(site.events() == "payment.failed");
    gateway.wait(3s);
    deliver();
    BOOST_TEST(site.events() == "payment.failed payment.authorized payment.captured order.paid");
}

BOOST_AUTO_TEST_CASE(a_refund_is_told_when_made_and_when_done) {
    auto const payment = gateway.pay(gateway.make_order(), "success", "none");
    gateway.post("/v1/payments/" + payment + "/refund", Object{{"amount", 10000}});
    gateway.post("/v1/payments/" + payment + "/refund", Object{{"amount", 2468}});
    deliver();
    BOOST_TEST(site.events() == "refund.created refund.processed refund.created refund.failed");
    auto const body = *Json::parse(site.received()[1].body);
    BOOST_TEST(body["payload"]["refund"]["entity"]["amount"].integer().value() == 10000);
    BOOST_TEST(body["payload"]["payment"]["entity"]["amount_refunded"].integer().value() == 10000);
}

BOOST_AUTO_TEST_CASE(any_event_can_be_played) {
    auto const payment = gateway.pay(gateway.make_order(), "success", "none");
    auto const sent = json_of(gateway.post(
        "/_sim/event",
        Object{{"event", "payment.dispute.created"},
               {"payment_id", payment},
               {"payload", Object{{"dispute", Object{{"id", "disp_00000000000001"}, {"amount", 50000}}}}}}));
    deliver();
    BOOST_TEST(site.events() == "payment.dispute.created");
    BOOST_TEST(site.received().front().body == sent["body"].text().value());
    BOOST_TEST(site.received().front().signature == sent["signature"].text().value());
    auto const body = *Json::parse(sent["body"].text().value());
    BOOST_TEST(body["payload"]["dispute"]["entity"]["id"].text().value() == "disp_00000000000001");
    BOOST_TEST(int(gateway.post("/_sim/event", Object{{"event", "payment.captured"}, {"payment_id", "pay_0"}})
                       .status) == 400);
    BOOST_TEST(deliver() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
