#include "domain/billing/webhook_inbox.h"

#include "base/json.h"
#include "base/secure.h"

namespace ssr::billing {

namespace {

constexpr std::size_t kLongestId = 200;

std::string id_of(std::string_view bytes, std::string_view event_id) {
    if (event_id.empty() || event_id.size() > kLongestId) return "sha256:" + sha256_hex(bytes);
    return std::string{event_id};
}

// A payment names its order; order.paid brings the payment too. What tells of a mandate alone is found by it.
std::optional<std::string> order_of(Json const& event) {
    if (auto order = event["payload"]["payment"]["entity"]["order_id"].text()) return order;
    return event["payload"]["subscription"]["entity"]["id"].text();
}

}  // namespace

bool is_signed_by_gateway(std::string_view bytes, std::string_view signature,
                          std::vector<std::string> const& secrets) {
    for (auto const& secret : secrets)
        if (!secret.empty() && equal_in_constant_time(hmac_sha256_hex(secret, bytes), signature)) return true;
    return false;
}

WebhookReceipt receive(db::Session& db, Clock const& clock, std::string_view bytes,
                       std::string_view event_id) {
    auto const event = Json::parse(bytes);
    auto const type = event ? (*event)["event"].text() : std::nullopt;
    if (!type) return WebhookReceipt::not_json;
    auto const stored = db.execute(R"(
        WITH event AS (
            INSERT INTO webhook_events (event_id, event_type, body, gateway_order_id, received_at)
            VALUES (:id, :type, :body, :order, :now)
            ON CONFLICT ON CONSTRAINT webhook_events_once_each DO NOTHING
            RETURNING event_id
        )
        INSERT INTO jobs (public_id, kind, payload, dedupe_key, run_at, created_at)
        SELECT uuid_v7(), 'payment.apply_event', jsonb_build_object('event_id', event_id), 'event:' || event_id,
               cast(:now AS timestamptz), cast(:now AS timestamptz)
          FROM event
    )",
                                   {{"id", id_of(bytes, event_id)},
                                    {"type", *type},
                                    {"body", bytes},
                                    {"order", order_of(*event)},
                                    {"now", clock.now()}});
    return stored == 1 ? WebhookReceipt::stored : WebhookReceipt::seen_before;
}

}  // namespace ssr::billing
