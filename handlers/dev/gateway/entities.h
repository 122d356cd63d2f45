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
    std::optional<std::string> invoice_id = {};  // of a subscription's charge
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

/// What is charged how often.
struct Plan {
    std::string id;
    std::string period;  // daily, weekly, monthly, yearly
    int interval;
    std::string name;
    std::optional<std::string> description;
    Money amount;
    Json notes;
    Instant created_at;
};

/// A customer's leave to be charged by a plan.
struct Subscription {
    std::string id;
    Plan plan;
    std::string status;  // created, authenticated, active, pending, halted, cancelled, completed, expired
    int quantity, total_count, paid_count, auth_attempts;
    std::optional<Instant> start_at, charge_at, current_start, current_end, ended_at, expire_by;
    bool customer_notify, ends_with_cycle;
    Json notes;
    std::string method;    // of the authorisation; empty before it
    bool declines;         // the bank says no until the play says otherwise
    std::string webhooks;  // normal, none, duplicate, reversed
    Instant created_at;

    Money amount() const { return Money::from_paise(plan.amount.paise() * quantity); }
    Instant cycle_start() const { return current_end.value_or(start_at.value_or(created_at)); }
    bool is_over() const;
};

/// One cycle of a subscription, paid or not.
struct Invoice {
    std::string id, subscription_id, order_id;
    std::optional<std::string> payment_id;
    std::string name;
    Money amount;
    std::string status;  // issued, paid
    Instant billing_start, billing_end, created_at;
    std::optional<Instant> paid_at;
};

Json to_json(Order const& order);
Json to_json(Payment const& payment);
Json to_json(Refund const& refund);
Json to_json(Plan const& plan);
Json to_json(Subscription const& subscription);
Json to_json(Invoice const& invoice);

/// Pure: when the cycle ends that begins then.
Instant cycle_end(Plan const& plan, Instant starts_at);

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
