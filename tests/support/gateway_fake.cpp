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
                        {"invoice_id", payment.invoice_id.empty() ? Json{} : Json{payment.invoice_id}},
                        {"captured", payment.was_captured || billing::is_paid(payment.status)},
                        {"amount_refunded", payment.refunded.paise()},
                        {"error_description", payment.failure}};
}

Json entity(billing::GatewayRefund const& refund) {
    return Json::Object{
        {"id", refund.id},
        {"entity", "refund"},
        {"amount", refund.amount.paise()},
        {"currency", "INR"},
        {"payment_id", refund.payment_id},
        {"status", billing::code(refund.status)},
        {"notes", refund.ours.empty() ? Json{Json::Array{}} : Json{Json::Object{{"refund", refund.ours}}}}};
}

Json entity(billing::GatewayMandate const& mandate) {
    auto const charge_at =
        mandate.charge_at ? Json{std::int64_t{mandate.charge_at->time_since_epoch().count()}} : Json{};
    return Json::Object{{"id", mandate.id},
                        {"entity", "subscription"},
                        {"status", billing::code(mandate.standing.status)},
                        {"paid_count", mandate.standing.paid_count},
                        {"charge_at", charge_at},
                        {"payment_method", mandate.method.empty() ? Json{} : Json{mandate.method}}};
}

std::string body_of(std::string const& type, Json::Object entities) {
    Json::Object payload;
    for (auto& [name, value] : entities) payload.emplace(name, Json::Object{{"entity", std::move(value)}});
    return Json{Json::Object{{"entity", "event"}, {"event", type}, {"payload", std::move(payload)}}}.dump();
}

class Handler : public net::HTTPRequestHandler {
public:
    explicit Handler(GatewayFake& gateway) : gateway_{gateway} {}
    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
        std::string body;
        Poco::StreamCopier::copyToString(request.stream(), body);
        auto const [status, text] = gateway_.answer(request.getMethod() == "POST", request.getURI(), body,
                                                    request.get("X-Refund-Idempotency", ""));
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

// The one after "from=" in "/v1/payments?from=1893456000&to=…"
std::int64_t number_in(std::string const& path, std::string const& name) {
    return std::stoll(path.substr(path.find(name) + name.size()));
}

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

void GatewayFake::has(billing::GatewayPayment const& payment, std::optional<Instant> made_at) {
    std::lock_guard const lock{mutex_};
    payments_.insert_or_assign(payment.id, payment);
    if (made_at) made_at_.insert_or_assign(payment.id, *made_at);
}

void GatewayFake::has(billing::GatewayMandate const& mandate) {
    std::lock_guard const lock{mutex_};
    mandates_.insert_or_assign(mandate.id, mandate);
}

void GatewayFake::has_charged(std::string const& mandate_id, billing::GatewayPayment const& payment) {
    has(payment);
    std::lock_guard const lock{mutex_};
    charges_.emplace_back(mandate_id, payment.id);
}

billing::GatewayMandate GatewayFake::mandate(std::string const& id) const {
    std::lock_guard const lock{mutex_};
    return mandates_.at(id);
}

int GatewayFake::plans_made() const {
    std::lock_guard const lock{mutex_};
    return plans_;
}

int GatewayFake::mandates_made() const {
    std::lock_guard const lock{mutex_};
    return int(mandates_.size());
}

int GatewayFake::orders_made() const {
    std::lock_guard const lock{mutex_};
    return orders_;
}

std::map<std::string, billing::GatewayRefund> GatewayFake::refunds() const {
    std::lock_guard const lock{mutex_};
    return refunds_;
}

void GatewayFake::has(billing::GatewayRefund const& refund) {
    std::lock_guard const lock{mutex_};
    refunds_.insert_or_assign(refund.id, refund);
}

std::pair<int, std::string> GatewayFake::answer(bool is_post, std::string const& path,
                                                std::string const& body, std::string const& idempotency_key) {
    std::lock_guard const lock{mutex_};
    if (mood_ == Mood::broken) return {500, R"({"error":{"code":"SERVER_ERROR"}})"};
    if (mood_ == Mood::babbling) return {200, "<html>We will be back soon</html>"};
    auto answer = well_answered(is_post, path, body, idempotency_key);
    if (mood_ == Mood::losing) return {502, ""};
    return answer;
}

// As the real one in test mode: 24.68 rupees cannot be given back.
std::pair<int, std::string> GatewayFake::give_back(std::string const& payment_id, std::string const& body,
                                                   std::string const& idempotency_key) {
    constexpr std::int64_t kFails = 2468;
    if (idempotency_key.size() < 10) return {400, R"({"error":{"code":"BAD_REQUEST_ERROR"}})"};
    if (auto const known = refunds_.find(idempotency_key); known != refunds_.end())
        return {200, entity(known->second).dump()};
    auto const wish = Json::parse(body).value_or(Json{});
    auto const paise = wish["amount"].integer().value_or(0);
    auto const& refund = refunds_[idempotency_key] = {
        .id = fresh_gateway_id("rfnd_"),
        .payment_id = payment_id,
        .amount = Money::from_paise(paise),
        .status = paise == kFails ? billing::RefundStatus::failed : billing::RefundStatus::processed,
        .ours = wish["notes"]["refund"].text().value_or("")};
    return {200, entity(refund).dump()};
}

bool GatewayFake::is_within(std::string const& payment_id, std::string const& path) const {
    auto const made = made_at_.find(payment_id);
    if (made == made_at_.end()) return true;
    auto const at = made->second.time_since_epoch().count();
    return number_in(path, "from=") <= at && at <= number_in(path, "to=");
}

std::optional<Json> GatewayFake::of_mandates(bool is_post, std::string const& path, Json const& wish) {
    if (is_post && path == "/v1/plans") {
        ++plans_;
        return Json::Object{{"id", fresh_gateway_id("plan_")}};
    }
    if (is_post && path == "/v1/subscriptions") {
        billing::GatewayMandate const made{
            .id = fresh_gateway_id("sub_"),
            .standing = {billing::MandateStatus::created, 0},
            .charge_at = Instant{std::chrono::seconds{wish["start_at"].integer().value_or(0)}},
            .method = {}};
        mandates_.emplace(made.id, made);
        return entity(made);
    }
    for (auto& [id, mandate] : mandates_) {
        if (path == "/v1/subscriptions/" + id) return entity(mandate);
        if (path == "/v1/subscriptions/" + id + "/cancel" && !billing::is_over(mandate.standing.status)) {
            mandate.standing.status = billing::MandateStatus::cancelled;
            return entity(mandate);
        }
        if (path != "/v1/invoices?subscription_id=" + id) continue;
        Json::Array items;
        for (auto const& [of, payment] : charges_)
            if (of == id) items.push_back(Json::Object{{"status", "paid"}, {"payment_id", payment}});
        return Json::Object{{"items", std::move(items)}};
    }
    for (auto const& [mandate, payment] : charges_)
        if (path == "/v1/invoices/" + payments_.at(payment).invoice_id)
            return Json::Object{{"subscription_id", mandate}};
    return std::nullopt;
}

std::pair<int, std::string> GatewayFake::well_answered(bool is_post, std::string const& path,
                                                       std::string const& body,
                                                       std::string const& idempotency_key) {
    if (is_post && path == "/v1/orders") {
        ++orders_;
        auto const wish = Json::parse(body).value_or(Json{});
        return {200, Json{Json::Object{{"id", fresh_gateway_id("order_")},
                                       {"amount", wish["amount"]},
                                       {"receipt", wish["receipt"]},
                                       {"status", "created"}}}
                         .dump()};
    }
    if (auto const told = of_mandates(is_post, path, Json::parse(body).value_or(Json{})))
        return {200, told->dump()};
    if (path.starts_with("/v1/payments?") || path.starts_with("/v1/refunds?")) {
        Json::Array items;
        for (auto const& [id, payment] : payments_)
            if (path.starts_with("/v1/payments?") && is_within(id, path)) items.push_back(entity(payment));
        for (auto const& [key, refund] : refunds_)
            if (path.starts_with("/v1/refunds?")) items.push_back(entity(refund));
        auto const skip = std::size_t(number_in(path, "skip="));
        auto const first = items.begin() + std::ptrdiff_t(std::min(skip, items.size()));
        auto const last = first + std::min<std::ptrdiff_t>(100, items.end() - first);
        return {200, Json{Json::Object{{"items", Json::Array(first, last)}}}.dump()};
    }
    if (path.starts_with("/v1/orders/")) {
        Json::Array items;
        for (auto const& [id, payment] : payments_)
            if (path == "/v1/orders/" + payment.order_id + "/payments") items.push_back(entity(payment));
        return {200, Json{Json::Object{{"items", std::move(items)}}}.dump()};
    }
    for (auto& [id, payment] : payments_) {
        if (is_post && path == "/v1/payments/" + id + "/refund") return give_back(id, body, idempotency_key);
        if (path == "/v1/payments/" + id + "/refunds") {
            Json::Array items;
            for (auto const& [key, refund] : refunds_)
                if (refund.payment_id == id) items.push_back(entity(refund));
            return {200, Json{Json::Object{{"items", std::move(items)}}}.dump()};
        }
        if (is_post && path == "/v1/payments/" + id + "/capture")
            payment.status = billing::PaymentStatus::captured;
        else if (path != "/v1/payments/" + id)
            continue;
        return {200, entity(payment).dump()};
    }
    return {400, R"({"error":{"code":"BAD_REQUEST_ERROR","description":"The id provided does not exist"}})"};
}

std::string event(std::string const& type, billing::GatewayPayment const& payment) {
    return body_of(type, {{"payment", entity(payment)}});
}

std::string event(std::string const& type, billing::GatewayPayment const& payment,
                  billing::GatewayRefund const& refund) {
    return body_of(type, {{"payment", entity(payment)}, {"refund", entity(refund)}});
}

std::string event(std::string const& type, billing::GatewayMandate const& mandate) {
    return body_of(type, {{"subscription", entity(mandate)}});
}

std::string event(std::string const& type, billing::GatewayMandate const& mandate,
                  billing::GatewayPayment const& charge) {
    return body_of(type, {{"subscription", entity(mandate)}, {"payment", entity(charge)}});
}

std::string invoice_event(billing::GatewayMandate const& mandate, billing::GatewayPayment const& charge) {
    return body_of("invoice.paid", {{"invoice", Json::Object{{"id", charge.invoice_id},
                                                             {"subscription_id", mandate.id},
                                                             {"status", "paid"},
                                                             {"payment_id", charge.id}}},
                                    {"payment", entity(charge)}});
}

std::string dispute_event(std::string const& type, billing::GatewayPayment const& payment) {
    return body_of(type, {{"payment", entity(payment)},
                          {"dispute", Json::Object{{"id", "disp_" + payment.id.substr(4)},
                                                   {"payment_id", payment.id},
                                                   {"amount", payment.amount.paise()},
                                                   {"reason_code", "goods_not_received"}}}});
}

std::string fresh_gateway_id(std::string const& prefix) {
    return prefix + sha256_hex(new_public_id()).substr(0, 14);
}

std::string checkout_signature(billing::BillingConfig const& config, billing::GatewayPayment const& payment) {
    return hmac_sha256_hex(config.gateway.key_secret, payment.order_id + "|" + payment.id);
}

}  // namespace ssr::test
