#pragma once

#include "base/clock.h"
#include "config/environment.h"
#include "db/session.h"
#include "dev/gateway/entities.h"
#include "outbound/http_client.h"

namespace ssr::dev::gateway {

/// What happened, with the entities as they were then: {"payment": …, "order": …}.
struct Event {
    std::string type;  // "payment.captured"
    std::string payment_id;
    Json::Object entities;
};

struct WebhookConfig {
    std::string address;      // "https://localhost:8443/webhooks/razorpay/"
    std::string secret;       // RAZORPAY_WEBHOOK_SECRET
    std::string certificate;  // SSR_TLS_CERTIFICATE: the instance's own, which no authority signed

    static WebhookConfig from(Environment& environment);
};

/// One sending of one event, and how it went.
struct Delivery {
    std::int64_t id;
    std::string event_id, event_type, payment_id, body;
    int attempts;
    std::optional<std::int64_t> last_answer;
    std::optional<Instant> delivered_at, given_up_at;
    Instant due_at, created_at;
};

/// The gateway's webhooks: rows until our site has taken them. At least once, not in order; what is not
/// answered with 2xx comes again with growing pauses, for a day from the event.
class Deliveries {
public:
    Deliveries(db::Session& db, Clock const& clock, WebhookConfig config);

    /// Puts events of one payment into the bag, inside the caller's transaction. `manner`: normal, none,
    /// duplicate (each twice), reversed. Gives the events' ids.
    std::vector<std::string> put(std::vector<Event> events, std::string_view manner,
                                 std::chrono::milliseconds delay = {});
    /// Posts one that is due, taken or not; false when none is.
    bool deliver_next();
    /// Posts all that are due, and returns how many.
    int deliver_due();

    std::vector<Delivery> list(std::optional<std::string> const& payment);
    /// Hex HMAC-SHA256 of the bytes, as the header X-Razorpay-Signature has it.
    std::string signature_of(std::string_view body) const;

private:
    std::optional<Delivery> take();
    void deliver(Delivery const& delivery);
    db::Session& db_;
    Clock const& clock_;
    WebhookConfig config_;
    outbound::HttpClient http_;
};

/// The bytes of a webhook in Razorpay's form.
std::string body_of(Event const& event, Instant now);

}  // namespace ssr::dev::gateway
