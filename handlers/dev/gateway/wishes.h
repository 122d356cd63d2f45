#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "dev/gateway/entities.h"

// What merchants and customers ask for, with Razorpay's limits.
namespace ssr::dev::gateway {

struct NewOrder {
    Money amount;
    std::optional<std::string> receipt;
    Json notes;
    bool captures_at_once;  // payment_capture; without it as our account is set: yes
};
Result<NewOrder, Denied> read_order(Json const& body);

struct NewRefund {
    std::optional<Money> amount;  // empty: all that is left
    std::string speed;
    std::optional<std::string> receipt;
    Json notes;
};
Result<NewRefund, Denied> read_refund(Json const& body);

struct NewCapture {
    Money amount;
};
Result<NewCapture, Denied> read_capture(Json const& body);

/// X-Refund-Idempotency: at least ten letters, digits, hyphens and underscores; empty is fine.
std::optional<Denied> fault_of_key(std::string_view key);

/// The customer's part (POST /_sim/pay).
struct Play {
    std::string order_id;
    std::string method;                              // upi, card, netbanking
    std::string outcome;                             // success, failure, late_success, abandon
    std::string webhooks;                            // normal, none, duplicate, reversed
    std::optional<std::chrono::milliseconds> delay;  // of what comes later
};
Result<Play, Denied> read_play(Json const& body);

struct NewPlan {
    std::string period;
    int interval;
    std::string name;
    std::optional<std::string> description;
    Money amount;
    Json notes;
};
Result<NewPlan, Denied> read_plan(Json const& body);

struct NewSubscription {
    std::string plan_id;
    int quantity, total_count;
    std::optional<Instant> start_at, expire_by;
    bool customer_notify;
    Json notes;
};
Result<NewSubscription, Denied> read_subscription(Json const& body);

/// Whether a subscription is cancelled with its cycle's end, or at once.
bool read_at_cycle_end(Json const& body);

/// The customer authorises a subscription (POST /_sim/authorise), or his bank is asked for a charge of it
/// (POST /_sim/charge).
struct SubscriptionPlay {
    std::string subscription_id;
    std::string method;    // upi, card
    std::string outcome;   // success, failure
    std::string webhooks;  // normal, none, duplicate, reversed
};
Result<SubscriptionPlay, Denied> read_subscription_play(Json const& body);

/// Which part of a list: from, to (Unix times), count (1 to 100, usually 10), skip.
struct Span {
    std::optional<Instant> from, to;
    int count = 10, skip = 0;
};
Result<Span, Denied> read_span(web::Fields const& query);

/// A JSON object, or a form as one, whose "notes[shop]" are members of "notes". An empty body is an empty
/// object; nothing for what is neither.
std::optional<Json> body_of(web::Request const& request);

}  // namespace ssr::dev::gateway
