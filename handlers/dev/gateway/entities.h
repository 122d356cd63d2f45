#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/json.h"
#include "values/money.h"
#include "web/http.h"

// What the simulated gateway knows, and Razorpay's JSON of it. Statuses are Razorpay's words.
namespace ssr::dev::gateway {

struct Order {
    std::string id;  // "order_" and 14 letters and digits
    Money amount;
    std::optional<std::string> receipt;
    Json notes;
    bool captures_at_once;
    std::string status;  // created, attempted, paid; paid for ever, also after a refund
    int attempts;
    Instant created_at;
};

struct Payment {
    std::string id, order_id;
    Money amount, refunded;
    std::string method;  // upi, card, netbanking
    std::string status;  // created, failed, authorized, captured, refunded (the whole of it)
    std::optional<std::string> error_code, error_description, error_reason;
    bool is_late;  // the bank's yes came after the failure
    bool is_captured;
    std::string webhooks;  // normal, none, duplicate, reversed
    Instant created_at;
};

struct Refund {
    std::string id, payment_id;
    Money amount;
    std::string status;  // pending, processed, failed
    std::string speed;   // normal, optimum
    std::optional<std::string> receipt;
    Json notes;
    Instant created_at;
};

Json to_json(Order const& order);
Json to_json(Payment const& payment);
Json to_json(Refund const& refund);

template <class Entity>
Json::Array array_of(std::vector<Entity> const& entities) {
    Json::Array items;
    for (auto const& entity : entities) items.push_back(to_json(entity));
    return items;
}

template <class Entity>
web::Response collection(std::vector<Entity> const& entities) {
    return web::json(Json::Object{
        {"entity", "collection"}, {"count", std::int64_t(entities.size())}, {"items", array_of(entities)}});
}

/// Why the gateway says no.
struct Denied {
    std::string description;
    std::string field = {};
    web::Status status = web::Status::bad_request;
};
web::Response denied(Denied const& why);

/// "pay_" and 14 letters and digits that nobody had before.
std::string fresh_id(std::string prefix);

/// The `error` that Checkout hands to the page of a payment that failed.
Json checkout_error(Payment const& payment);

}  // namespace ssr::dev::gateway
