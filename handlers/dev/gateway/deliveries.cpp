#include "dev/gateway/deliveries.h"

#include <algorithm>

#include "base/secure.h"
#include "db/transaction.h"
#include "domain/jobs/runner.h"
#include "log/log.h"

namespace ssr::dev::gateway {

namespace {

constexpr std::string_view kAccount = "acc_Demonstration1";
constexpr std::chrono::hours kPatience{24};
// Longer than a post may take; a courier that died gives its delivery back after it.
constexpr int kLeaseSeconds = 8;

Delivery to_delivery(db::Row const& row) {
    return {.id = row.integer("id"),
            .event_id = row.text("event_id"),
            .event_type = row.text("event_type"),
            .payment_id = row.text("payment_id"),
            .body = row.text("body"),
            .attempts = int(row.integer("attempts")),
            .last_answer = row.maybe_integer("last_answer"),
            .delivered_at = row.maybe_instant("delivered_at"),
            .given_up_at = row.maybe_instant("given_up_at"),
            .due_at = row.instant("due_at"),
            .created_at = row.instant("created_at")};
}

}  // namespace

WebhookConfig WebhookConfig::from(Environment& environment) {
    auto site = environment.required("SSR_PUBLIC_URL");
    while (site.ends_with('/')) site.pop_back();
    return {.address = site + "/webhooks/razorpay/",
            .secret = environment.required("RAZORPAY_WEBHOOK_SECRET"),
            .certificate = environment.required("SSR_TLS_CERTIFICATE")};
}

std::string body_of(Event const& event, Instant now) {
    Json::Array contains;
    Json::Object payload;
    for (auto const& [name, entity] : event.entities) {
        contains.push_back(name);
        payload.emplace(name, Json::Object{{"entity", entity}});
    }
    return Json{Json::Object{{"entity", "event"},
                             {"account_id", kAccount},
                             {"event", event.type},
                             {"contains", std::move(contains)},
                             {"payload", std::move(payload)},
                             {"created_at", std::int64_t{now.time_since_epoch().count()}}}}
        .dump();
}

Deliveries::Deliveries(db::Session& db, Clock const& clock, WebhookConfig config)
    : db_{db}, clock_{clock}, config_{std::move(config)}, http_{{.authorities = config_.certificate}} {}

std::string Deliveries::signature_of(std::string_view body) const {
    return hmac_sha256_hex(config_.secret, body);
}

std::vector<std::string> Deliveries::put(std::vector<Event> events, std::string_view manner,
                                         std::chrono::milliseconds delay) {
    if (manner == "reversed") std::reverse(events.begin(), events.end());
    int const times = manner == "none" ? 0 : manner == "duplicate" ? 2 : 1;
    std::vector<std::string> ids;
    for (auto const& event : events) {
        ids.push_back(fresh_id(""));
        db_.execute(R"(
            INSERT INTO gateway.deliveries (event_id, event_type, payment_id, body, due_at, created_at)
            SELECT :id, :type, :payment, :body, cast(:now AS timestamptz) + make_interval(secs => cast(:delay AS double precision) / 1000), :now
              FROM generate_series(1, cast(:times AS integer))
        )",
                    {{"id", ids.back()},
                     {"type", event.type},
                     {"payment", event.payment_id},
                     {"body", body_of(event, clock_.now())},
                     {"now", clock_.now()},
                     {"delay", std::int64_t{delay.count()}},
                     {"times", times}});
    }
    if (times > 0 && !events.empty()) db_.execute("NOTIFY gateway");
    return ids;
}

// One after another, so that nobody overtakes what somebody else is posting of the same payment.
std::optional<Delivery> Deliveries::take() {
    db::Transaction transaction{db_};
    db_.execute("SELECT pg_advisory_xact_lock(hashtext('gateway.deliveries'))");
    auto taken = db_.maybe_one(R"(
        UPDATE gateway.deliveries
           SET attempts = attempts + 1, locked_until = clock_timestamp() + make_interval(secs => cast(:lease AS double precision))
         WHERE id = (SELECT id FROM gateway.deliveries d
                      WHERE delivered_at IS NULL AND given_up_at IS NULL AND due_at <= :now
                        AND NOT EXISTS (SELECT 1 FROM gateway.deliveries o
                                         WHERE o.payment_id = d.payment_id AND o.delivered_at IS NULL AND o.locked_until > clock_timestamp())
                      ORDER BY due_at, id LIMIT 1)
        RETURNING id, event_id, event_type, payment_id, body, attempts, last_answer, delivered_at, given_up_at, due_at, created_at
    )",
                               {{"lease", kLeaseSeconds}, {"now", clock_.now()}}, to_delivery);
    transaction.commit();
    return taken;
}

void Deliveries::deliver(Delivery const& delivery) {
    auto const answer = http_.send({.method = "POST",
                                    .url = config_.address,
                                    .body = delivery.body,
                                    .headers = {{"X-Razorpay-Signature", signature_of(delivery.body)},
                                                {"X-Razorpay-Event-Id", delivery.event_id}}});
    auto const status = answer ? std::optional{answer->status} : std::nullopt;
    bool const is_taken = status && *status / 100 == 2;
    auto const now = clock_.now();
    bool const is_hopeless = !is_taken && now >= delivery.created_at + kPatience;
    db_.execute(R"(
        UPDATE gateway.deliveries
           SET last_answer = :answer, locked_until = NULL, delivered_at = :delivered, given_up_at = :given_up, due_at = :due
         WHERE id = :id AND delivered_at IS NULL
    )",
                {{"answer", status},
                 {"delivered", is_taken ? std::optional{now} : std::nullopt},
                 {"given_up", is_hopeless ? std::optional{now} : std::nullopt},
                 {"due", is_taken ? delivery.due_at : now + jobs::pause_after(delivery.attempts - 1)},
                 {"id", delivery.id}});
    if (!is_taken)
        log::warn("gateway.webhook_not_taken",
                  {{"type", delivery.event_type}, {"status", status.value_or(0)}});
}

bool Deliveries::deliver_next() {
    auto const delivery = take();
    if (delivery) deliver(*delivery);
    return delivery.has_value();
}

int Deliveries::deliver_due() {
    int posted = 0;
    while (deliver_next()) ++posted;
    return posted;
}

std::vector<Delivery> Deliveries::list(std::optional<std::string> const& payment) {
    return db_.list(R"(
        SELECT id, event_id, event_type, payment_id, body, attempts, last_answer, delivered_at, given_up_at, due_at, created_at
          FROM gateway.deliveries WHERE cast(:payment AS text) IS NULL OR payment_id = :payment
         ORDER BY id DESC LIMIT 1000
    )",
                    {{"payment", payment}}, to_delivery);
}

}  // namespace ssr::dev::gateway
