#include "support/gateway_fake.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/StreamCopier.h>

#include <filesystem>

#include "base/secure.h"
#include "values/ids.h"

namespace ssr::test {

namespace {

namespace fs = std::filesystem;
namespace net = Poco::Net;

std::string word(billing::PaymentStatus status) {
    return status == billing::PaymentStatus::attempted ? "created" : std::string{billing::code(status)};
}

Json entity(billing::GatewayPayment const& payment) {
    return Json::Object{{"id", payment.id},
                        {"entity", "payment"},
                        {"amount", payment.amount.paise()},
                        {"currency", payment.currency},
                        {"status", word(payment.status)},
                        {"order_id", payment.order_id},
                        {"error_description", payment.failure}};
}

class Handler : public net::HTTPRequestHandler {
public:
    explicit Handler(GatewayFake& gateway) : gateway_{gateway} {}
    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
        std::string body;
        Poco::StreamCopier::copyToString(request.stream(), body);
        auto const [status, text] = gateway_.answer(request.getMethod() == "POST", request.getURI(), body);
        response.setStatus(net::HTTPResponse::HTTPStatus(status));
        response.setContentType("application/json");
        response.setContentLength(std::streamsize(text.size()));
        response.send() << text;
    }

private:
    GatewayFake& gateway_;
};

class Factory : public net::HTTPRequestHandlerFactory {
public:
    explicit Factory(GatewayFake& gateway) : gateway_{gateway} {}
    net::HTTPRequestHandler* createRequestHandler(net::HTTPServerRequest const&) override {
        return new Handler{gateway_};
    }

private:
    GatewayFake& gateway_;
};

// One for the whole binary, gone with it.
std::string blob_folder() {
    struct Folder {
        Folder() { fs::create_directory(path); }
        ~Folder() {
            std::error_code ignored;
            fs::remove_all(path, ignored);
        }
        fs::path const path = fs::temp_directory_path() / ("ssr-blobs-" + random_hex(8));
    };
    static Folder const folder;
    return folder.path.string();
}

billing::BillingConfig config_for(int port) {
    return {.gateway = {.key_id = "rzp_test_fake",
                        .key_secret = "fake-key-secret",
                        .api_url = "http://127.0.0.1:" + std::to_string(port)},
            .supplier = {.name = "SSR Estimation",
                         .address = "Hyderabad",
                         .gstin = *Gstin::parse("36AAACI1681G1ZQ"),
                         .series = "SSR"},
            .secret_keys = {std::string(64, 'k')},
            .blobs = blob_folder()};
}

}  // namespace

GatewayFake::GatewayFake() : config_{config_for(0)} {
    net::ServerSocket socket{Poco::Net::SocketAddress{"127.0.0.1", 0}};
    config_ = config_for(socket.address().port());
    server_ = std::make_unique<net::HTTPServer>(new Factory{*this}, socket, new net::HTTPServerParams);
    server_->start();
}

GatewayFake::~GatewayFake() { server_->stopAll(true); }

void GatewayFake::be(Mood mood) {
    std::lock_guard const lock{mutex_};
    mood_ = mood;
}

void GatewayFake::has(billing::GatewayPayment const& payment) {
    std::lock_guard const lock{mutex_};
    payments_.insert_or_assign(payment.id, payment);
}

int GatewayFake::orders_made() const {
    std::lock_guard const lock{mutex_};
    return orders_;
}

std::pair<int, std::string> GatewayFake::answer(bool is_post, std::string const& path,
                                                std::string const& body) {
    std::lock_guard const lock{mutex_};
    if (mood_ == Mood::broken) return {500, R"({"error":{"code":"SERVER_ERROR"}})"};
    if (mood_ == Mood::babbling) return {200, "<html>We will be back soon</html>"};
    if (is_post && path == "/v1/orders") {
        ++orders_;
        auto const wish = Json::parse(body).value_or(Json{});
        return {200, Json{Json::Object{{"id", fresh_gateway_id("order_")},
                                       {"amount", wish["amount"]},
                                       {"receipt", wish["receipt"]},
                                       {"status", "created"}}}
                         .dump()};
    }
    if (path.starts_with("/v1/orders/")) {
        Json::Array items;
        for (auto const& [id, payment] : payments_)
            if (path == "/v1/orders/" + payment.order_id + "/payments") items.push_back(entity(payment));
        return {200, Json{Json::Object{{"items", std::move(items)}}}.dump()};
    }
    for (auto& [id, payment] : payments_) {
        if (is_post && path == "/v1/payments/" + id + "/capture")
            payment.status = billing::PaymentStatus::captured;
        else if (path != "/v1/payments/" + id)
            continue;
        return {200, entity(payment).dump()};
    }
    return {400, R"({"error":{"code":"BAD_REQUEST_ERROR","description":"The id provided does not exist"}})"};
}

std::string fresh_gateway_id(std::string const& prefix) {
    return prefix + sha256_hex(new_public_id()).substr(0, 14);
}

std::string checkout_signature(billing::BillingConfig const& config, billing::GatewayPayment const& payment) {
    return hmac_sha256_hex(config.gateway.key_secret, payment.order_id + "|" + payment.id);
}

}  // namespace ssr::test
