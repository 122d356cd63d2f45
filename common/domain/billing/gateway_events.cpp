#include "domain/billing/gateway_events.h"

#include "db/transaction.h"
#include "log/log.h"

namespace ssr::billing {

namespace {

std::string_view code(CaptureOutcome outcome) {
    switch (outcome) {
        case CaptureOutcome::captured: return "captured";
        case CaptureOutcome::noted: return "noted";
        case CaptureOutcome::nothing_new: return "nothing_new";
        case CaptureOutcome::in_review: return "in_review";
        case CaptureOutcome::unknown_order: return "unknown_order";
    }
    return "nothing_new";
}

struct StoredEvent {
    std::string type, body;
};

// Events of payments, and of the order that one paid; each carries the payment as it was then.
bool tells_of_a_payment(std::string_view type) {
    return type == "payment.authorized" || type == "payment.captured" || type == "payment.failed" ||
           type == "order.paid";
}

std::string_view applied(StoredEvent const& event, Capture& capture) {
    if (!tells_of_a_payment(event.type)) return "not_taken";
    auto const body = Json::parse(event.body).value_or(Json{});
    auto const told = to_gateway_payment(body["payload"]["payment"]["entity"]);
    return told ? code(capture.apply(*told, Messenger::webhook)) : "no_payment";
}

}  // namespace

void apply_event(db::Session& db, Clock const& clock, Capture& capture, Json const& payload) {
    auto const id = payload["event_id"].text().value_or("");
    db::Transaction transaction{db};
    auto const event = db.maybe_one(R"(
        SELECT event_type, body FROM webhook_events WHERE event_id = :id AND applied_at IS NULL FOR UPDATE
    )",
                                    {{"id", id}}, [](db::Row const& row) {
                                        return StoredEvent{row.text("event_type"), row.text("body")};
                                    });
    if (!event) return;
    auto const result = applied(*event, capture);
    db.execute(R"(
        UPDATE webhook_events SET applied_at = :now, attempts = attempts + 1, result = :result WHERE event_id = :id
    )",
               {{"now", clock.now()}, {"result", result}, {"id", id}});
    transaction.commit();
    log::info("webhook.applied", {{"type", event->type}, {"result", result}});
}

}  // namespace ssr::billing
