#include "domain/billing/gateway.h"

#include <algorithm>

#include "base/secure.h"
#include "log/log.h"

namespace ssr::billing {

namespace {

std::optional<PaymentStatus> status_of(std::string_view word) {
    if (word == "created") return PaymentStatus::attempted;
    if (word == "failed") return PaymentStatus::failed;
    if (word == "authorized") return PaymentStatus::authorized;
    if (word == "captured") return PaymentStatus::captured;
    if (word == "refunded") return PaymentStatus::refunded;
    return std::nullopt;
}

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

Result<GatewayPayment, GatewayTrouble> as_payment(Result<Json, GatewayTrouble> const& answer) {
    if (!answer) return Err{answer.error()};
    auto payment = to_gateway_payment(*answer);
    if (!payment) return Err{GatewayTrouble::refused};
    return *std::move(payment);
}

}  // namespace

std::optional<GatewayPayment> to_gateway_payment(Json const& entity) {
    auto const id = entity["id"].text(), order = entity["order_id"].text(), word = entity["status"].text();
    auto const amount = entity["amount"].integer();
    auto const status = word ? status_of(*word) : std::nullopt;
    if (!id || !order || !amount || !status || !is_gateway_id("pay_", *id)) return std::nullopt;
    return GatewayPayment{.id = *id,
                          .order_id = *order,
                          .amount = Money::from_paise(*amount),
                          .currency = entity["currency"].text().value_or(""),
                          .status = *status,
                          .failure = entity["error_description"].text().value_or("")};
}

bool is_signed_by_checkout(std::string_view key_secret, std::string_view order_id,
                           std::string_view payment_id, std::string_view signature) {
    auto const message = std::string{order_id} + "|" + std::string{payment_id};
    return equal_in_constant_time(hmac_sha256_hex(key_secret, message), signature);
}

bool is_gateway_id(std::string_view prefix, std::string_view text) {
    constexpr std::size_t kLongest = 40;
    if (!text.starts_with(prefix) || text.size() > kLongest || text.size() == prefix.size()) return false;
    return std::all_of(text.begin() + std::ptrdiff_t(prefix.size()), text.end(), is_alphanumeric);
}

Result<Json, GatewayTrouble> Gateway::ask(std::string method, std::string const& path, Json const& body) {
    auto const answer = http_.send({.method = std::move(method),
                                    .url = config_.api_url + path,
                                    .body = body.is_null() ? "" : body.dump(),
                                    .user = config_.key_id,
                                    .password = config_.key_secret});
    if (!answer || answer->status >= 500 || answer->status == 429) {
        log::warn("gateway.unreachable", {{"path", path}, {"status", answer ? answer->status : 0}});
        return Err{GatewayTrouble::unreachable};
    }
    auto value = answer->status < 300 ? Json::parse(answer->body) : std::nullopt;
    if (!value) {
        log::error("gateway.refused", {{"path", path}, {"status", answer->status}});
        return Err{GatewayTrouble::refused};
    }
    return *std::move(value);
}

Result<std::string, GatewayTrouble> Gateway::make_order(NewOrder const& order) {
    auto const answer = ask("POST", "/v1/orders",
                            Json::Object{{"amount", order.amount.paise()},
                                         {"currency", "INR"},
                                         {"receipt", order.receipt},
                                         {"payment_capture", true},
                                         {"notes", Json::Object{{"payment", order.payment_id}}}});
    if (!answer) return Err{answer.error()};
    auto const id = (*answer)["id"].text();
    bool const is_ours =
        id && is_gateway_id("order_", *id) && (*answer)["amount"].integer() == order.amount.paise();
    if (!is_ours) return Err{GatewayTrouble::refused};
    return *id;
}

Result<GatewayPayment, GatewayTrouble> Gateway::find_payment(std::string const& payment_id) {
    return as_payment(ask("GET", "/v1/payments/" + payment_id));
}

Result<GatewayPayment, GatewayTrouble> Gateway::capture(std::string const& payment_id, Money amount) {
    return as_payment(ask("POST", "/v1/payments/" + payment_id + "/capture",
                          Json::Object{{"amount", amount.paise()}, {"currency", "INR"}}));
}

Result<std::vector<GatewayPayment>, GatewayTrouble> Gateway::payments_of(std::string const& order_id) {
    auto const answer = ask("GET", "/v1/orders/" + order_id + "/payments");
    if (!answer) return Err{answer.error()};
    auto const* items = (*answer)["items"].array();
    if (!items) return Err{GatewayTrouble::refused};
    std::vector<GatewayPayment> payments;
    for (auto const& item : *items)
        if (auto payment = to_gateway_payment(item)) payments.push_back(*std::move(payment));
    return payments;
}

}  // namespace ssr::billing
