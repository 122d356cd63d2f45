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

// Its words for ours. What somebody paused at the gateway's desk charges nothing: it is over.
std::optional<MandateStatus> mandate_status_of(std::string_view word) {
    if (word == "expired" || word == "paused") return MandateStatus::cancelled;
    using enum MandateStatus;
    for (auto const status : {created, authenticated, active, pending, cancelled, completed, halted})
        if (code(status) == word) return status;
    return std::nullopt;
}

std::int64_t seconds_of(Instant at) { return at.time_since_epoch().count(); }

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

Result<GatewayPayment, GatewayTrouble> as_payment(Result<Json, GatewayTrouble> const& answer) {
    if (!answer) return Err{answer.error()};
    auto payment = to_gateway_payment(*answer);
    if (!payment) return Err{GatewayTrouble::refused};
    return *std::move(payment);
}

Result<GatewayMandate, GatewayTrouble> as_mandate(Result<Json, GatewayTrouble> const& answer) {
    if (!answer) return Err{answer.error()};
    auto mandate = to_gateway_mandate(*answer);
    if (!mandate) return Err{GatewayTrouble::refused};
    return *std::move(mandate);
}

Result<std::string, GatewayTrouble> as_id(Result<Json, GatewayTrouble> const& answer,
                                          std::string_view prefix) {
    if (!answer) return Err{answer.error()};
    auto id = (*answer)["id"].text();
    if (!id || !is_gateway_id(prefix, *id)) return Err{GatewayTrouble::refused};
    return *std::move(id);
}

template <class Entity, class Map>
Result<Page<Entity>, GatewayTrouble> as_page(Result<Json, GatewayTrouble> const& answer, Map to_entity) {
    if (!answer) return Err{answer.error()};
    auto const* items = (*answer)["items"].array();
    if (!items) return Err{GatewayTrouble::refused};
    Page<Entity> page{{}, int(items->size())};
    for (auto const& item : *items)
        if (auto entity = to_entity(item)) page.entities.push_back(*std::move(entity));
    return page;
}

// Both ends are part of what the gateway gives.
std::string query_of(Span const& span) {
    auto const seconds = [](Instant at) { return std::to_string(seconds_of(at)); };
    return "?from=" + seconds(span.from) + "&to=" + seconds(span.until - std::chrono::seconds{1}) +
           "&count=" + std::to_string(span.count) + "&skip=" + std::to_string(span.skip);
}

}  // namespace

std::optional<GatewayPayment> to_gateway_payment(Json const& entity) {
    auto const id = entity["id"].text(), order = entity["order_id"].text(), word = entity["status"].text();
    auto const amount = entity["amount"].integer();
    auto const status = word ? status_of(*word) : std::nullopt;
    if (!id || !order || !amount || !status || !is_gateway_id("pay_", *id)) return std::nullopt;
    return GatewayPayment{
        .id = *id,
        .order_id = *order,
        .amount = Money::from_paise(*amount),
        .currency = entity["currency"].text().value_or(""),
        .status = *status,
        .failure = entity["error_description"].text().value_or(""),
        .was_captured = *status == PaymentStatus::captured || entity["captured"].flag().value_or(false),
        .refunded = Money::from_paise(entity["amount_refunded"].integer().value_or(0)),
        .invoice_id = entity["invoice_id"].text().value_or("")};
}

std::optional<GatewayMandate> to_gateway_mandate(Json const& entity) {
    auto const id = entity["id"].text(), word = entity["status"].text();
    auto const status = word ? mandate_status_of(*word) : std::nullopt;
    auto const paid = entity["paid_count"].integer().value_or(0);
    constexpr std::int64_t kMostCharges = 100'000;
    if (!id || !status || !is_gateway_id("sub_", *id) || paid < 0 || paid > kMostCharges) return std::nullopt;
    auto const charge_at = entity["charge_at"].integer();
    return GatewayMandate{
        .id = *id,
        .standing = {*status, int(paid)},
        .charge_at = charge_at ? std::optional{Instant{std::chrono::seconds{*charge_at}}} : std::nullopt,
        .method = entity["payment_method"].text().value_or("")};
}

std::optional<GatewayRefund> to_gateway_refund(Json const& entity) {
    auto const id = entity["id"].text(), payment = entity["payment_id"].text(),
               word = entity["status"].text();
    auto const amount = entity["amount"].integer();
    auto const status = word ? parse_refund_status(*word) : std::nullopt;
    bool const is_whole = id && payment && amount && status && is_gateway_id("rfnd_", *id);
    if (!is_whole || !is_gateway_id("pay_", *payment) || *amount <= 0) return std::nullopt;
    return GatewayRefund{.id = *id,
                         .payment_id = *payment,
                         .amount = Money::from_paise(*amount),
                         .status = *status,
                         .ours = entity["notes"]["refund"].text().value_or("")};
}

bool is_signed_by_checkout(std::string_view key_secret, std::string_view order_id,
                           std::string_view payment_id, std::string_view signature) {
    auto const message = std::string{order_id} + "|" + std::string{payment_id};
    return equal_in_constant_time(hmac_sha256_hex(key_secret, message), signature);
}

bool is_signed_for_mandate(std::string_view key_secret, std::string_view payment_id,
                           std::string_view subscription_id, std::string_view signature) {
    return is_signed_by_checkout(key_secret, payment_id, subscription_id, signature);
}

bool is_gateway_id(std::string_view prefix, std::string_view text) {
    constexpr std::size_t kLongest = 40;
    if (!text.starts_with(prefix) || text.size() > kLongest || text.size() == prefix.size()) return false;
    return std::all_of(text.begin() + std::ptrdiff_t(prefix.size()), text.end(), is_alphanumeric);
}

Result<Json, GatewayTrouble> Gateway::ask(std::string method, std::string const& path, Json const& body,
                                          std::map<std::string, std::string> headers) {
    auto const answer = http_.send({.method = std::move(method),
                                    .url = config_.api_url + path,
                                    .body = body.is_null() ? "" : body.dump(),
                                    .user = config_.key_id,
                                    .password = config_.key_secret,
                                    .headers = std::move(headers)});
    // 409: the same is being done at this moment.
    if (!answer || answer->status >= 500 || answer->status == 429 || answer->status == 409) {
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

Result<GatewayRefund, GatewayTrouble> Gateway::refund(RefundOrder const& order) {
    auto const answer = ask("POST", "/v1/payments/" + order.payment_id + "/refund",
                            Json::Object{{"amount", order.amount.paise()},
                                         {"speed", "normal"},
                                         {"receipt", order.id},
                                         {"notes", Json::Object{{"refund", order.id}}}},
                            {{"X-Refund-Idempotency", order.id}});
    if (!answer) return Err{answer.error()};
    auto const told = to_gateway_refund(*answer);
    if (!told || told->payment_id != order.payment_id || told->amount != order.amount)
        return Err{GatewayTrouble::unreachable};
    return *told;
}

Result<std::vector<GatewayRefund>, GatewayTrouble> Gateway::refunds_of(std::string const& payment_id) {
    auto page =
        as_page<GatewayRefund>(ask("GET", "/v1/payments/" + payment_id + "/refunds"), to_gateway_refund);
    if (!page) return Err{page.error()};
    return std::move(page->entities);
}

Result<std::string, GatewayTrouble> Gateway::make_plan(PlanOrder const& order) {
    constexpr int kYear = 12;
    bool const is_yearly = order.months % kYear == 0;
    return as_id(ask("POST", "/v1/plans",
                     Json::Object{{"period", is_yearly ? "yearly" : "monthly"},
                                  {"interval", is_yearly ? order.months / kYear : order.months},
                                  {"item", Json::Object{{"name", order.name},
                                                        {"amount", order.amount.paise()},
                                                        {"currency", "INR"}}}}),
                 "plan_");
}

// We tell the customer ourselves what comes when.
Result<std::string, GatewayTrouble> Gateway::make_mandate(MandateOrder const& order) {
    return as_id(ask("POST", "/v1/subscriptions",
                     Json::Object{{"plan_id", order.plan_id},
                                  {"total_count", order.charges},
                                  {"quantity", 1},
                                  {"customer_notify", false},
                                  {"start_at", seconds_of(order.first_charge_at)},
                                  {"expire_by", seconds_of(order.authorise_by)},
                                  {"notes", Json::Object{{"mandate", order.mandate_id}}}}),
                 "sub_");
}

Result<GatewayMandate, GatewayTrouble> Gateway::find_mandate(std::string const& id) {
    return as_mandate(ask("GET", "/v1/subscriptions/" + id));
}

Result<GatewayMandate, GatewayTrouble> Gateway::cancel_mandate(std::string const& id) {
    return as_mandate(
        ask("POST", "/v1/subscriptions/" + id + "/cancel", Json::Object{{"cancel_at_cycle_end", false}}));
}

Result<std::vector<std::string>, GatewayTrouble> Gateway::charges_of(std::string const& mandate_id) {
    auto const answer = ask("GET", "/v1/invoices?subscription_id=" + mandate_id);
    if (!answer) return Err{answer.error()};
    auto const* invoices = (*answer)["items"].array();
    if (!invoices) return Err{GatewayTrouble::refused};
    std::vector<std::string> payments;
    for (auto const& invoice : *invoices) {
        auto const payment = invoice["payment_id"].text();
        if (invoice["status"].text() == "paid" && payment && is_gateway_id("pay_", *payment))
            payments.push_back(*payment);
    }
    return payments;
}

Result<std::string, GatewayTrouble> Gateway::mandate_of_invoice(std::string const& invoice_id) {
    auto const answer = ask("GET", "/v1/invoices/" + invoice_id);
    if (!answer) return Err{answer.error()};
    return (*answer)["subscription_id"].text().value_or("");
}

Result<Page<GatewayPayment>, GatewayTrouble> Gateway::payments_made(Span const& span) {
    return as_page<GatewayPayment>(ask("GET", "/v1/payments" + query_of(span)), to_gateway_payment);
}

Result<Page<GatewayRefund>, GatewayTrouble> Gateway::refunds_made(Span const& span) {
    return as_page<GatewayRefund>(ask("GET", "/v1/refunds" + query_of(span)), to_gateway_refund);
}

Result<std::vector<GatewayPayment>, GatewayTrouble> Gateway::payments_of(std::string const& order_id) {
    auto page =
        as_page<GatewayPayment>(ask("GET", "/v1/orders/" + order_id + "/payments"), to_gateway_payment);
    if (!page) return Err{page.error()};
    return std::move(page->entities);
}

}  // namespace ssr::billing
