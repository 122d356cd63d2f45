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
        case CaptureOutcome::sent_back: return "sent_back";
        case CaptureOutcome::unknown_order: return "unknown_order";
    }
    return "nothing_new";
}

constexpr std::string_view kParked = "parked";
constexpr std::string_view kDispute = "payment.dispute.";
constexpr std::string_view kMandate = "subscription.";

std::string_view code(RefundOutcome outcome) {
    switch (outcome) {
        case RefundOutcome::applied: return "applied";
        case RefundOutcome::nothing_new: return "nothing_new";
        case RefundOutcome::unknown_payment: return kParked;
        case RefundOutcome::in_review: return "in_review";
    }
    return "nothing_new";
}

std::string_view code(DisputeOutcome outcome) {
    switch (outcome) {
        case DisputeOutcome::applied: return "applied";
        case DisputeOutcome::nothing_new: return "nothing_new";
        case DisputeOutcome::unknown_payment: return kParked;
    }
    return "nothing_new";
}

// Events of payments, and of the order that one paid; each carries the payment as it was then.
bool tells_of_a_payment(std::string_view type) {
    return type == "payment.authorized" || type == "payment.captured" || type == "payment.failed" ||
           type == "order.paid";
}

bool tells_of_a_refund(std::string_view type) {
    return type == "refund.created" || type == "refund.processed" || type == "refund.failed" ||
           type == "refund.speed_changed";
}

std::string_view code(MandateOutcome outcome) {
    switch (outcome) {
        case MandateOutcome::applied: return "applied";
        case MandateOutcome::nothing_new: return "nothing_new";
        case MandateOutcome::unknown_mandate: return "unknown_mandate";
    }
    return "nothing_new";
}

// What was only authorised, as a mandate's first payment, goes back by itself: no book of ours had it.
bool was_never_captured(Json const& payment) { return payment["captured"].flag() == false; }

std::optional<DisputeWord> to_dispute(std::string_view type, Json const& entity) {
    auto const status =
        type.starts_with(kDispute) ? parse_dispute_status(type.substr(kDispute.size())) : std::nullopt;
    auto const id = entity["id"].text(), payment = entity["payment_id"].text();
    if (!status || !id || !payment || !is_gateway_id("pay_", *payment)) return std::nullopt;
    return DisputeWord{*id, *payment, *status, entity["reason_code"].text().value_or("")};
}

}  // namespace

struct GatewayEvents::Stored {
    std::string id, type;
    Json payload;

    // Whose payment it is of; empty where it is of none.
    std::string payment_id() const {
        for (auto const* entity : {"refund", "dispute"})
            if (auto const id = payload[entity]["entity"]["payment_id"].text()) return *id;
        return payload["payment"]["entity"]["id"].text().value_or("");
    }
};

std::string GatewayEvents::take(Stored const& event) {
    if (tells_of_a_payment(event.type)) {
        auto const told = to_gateway_payment(event.payload["payment"]["entity"]);
        return std::string{told ? code(capture_.apply(*told, Messenger::webhook)) : "no_payment"};
    }
    if (tells_of_a_refund(event.type)) {
        if (was_never_captured(event.payload["payment"]["entity"])) return "never_captured";
        auto const told = to_gateway_refund(event.payload["refund"]["entity"]);
        return std::string{told ? code(capture_.refunds().apply(*told)) : "no_refund"};
    }
    if (event.type.starts_with(kDispute)) {
        auto const told = to_dispute(event.type, event.payload["dispute"]["entity"]);
        return std::string{told ? code(disputes_.apply(*told)) : "no_dispute"};
    }
    if (event.type.starts_with(kMandate)) return take_of_mandate(event);
    if (event.type == "invoice.paid") return take_of_invoice(event);
    return "not_taken";
}

std::string GatewayEvents::take_of_mandate(Stored const& event) {
    auto const told = to_gateway_mandate(event.payload["subscription"]["entity"]);
    if (!told) return "not_taken";
    auto const outcome = std::string{code(mandates_.hear(*told))};
    auto const charge = event.type == "subscription.charged"
                            ? to_gateway_payment(event.payload["payment"]["entity"])
                            : std::nullopt;
    return charge ? std::string{code(mandates_.charged(told->id, *charge, Messenger::webhook))} : outcome;
}

// The gateway's own invoice of a charge: it tells the same once more.
std::string GatewayEvents::take_of_invoice(Stored const& event) {
    auto const mandate = event.payload["invoice"]["entity"]["subscription_id"].text();
    auto const charge = to_gateway_payment(event.payload["payment"]["entity"]);
    if (!mandate || !charge) return "not_taken";
    return std::string{code(mandates_.charged(*mandate, *charge, Messenger::webhook))};
}

void GatewayEvents::apply(Json const& payload) {
    auto const id = payload["event_id"].text().value_or("");
    db::Transaction transaction{db_};
    auto const event =
        db_.maybe_one(R"(
        SELECT event_id, event_type, body FROM webhook_events WHERE event_id = :id AND applied_at IS NULL FOR UPDATE
    )",
                      {{"id", id}}, [](db::Row const& row) {
                          auto const body = Json::parse(row.text("body")).value_or(Json{});
                          return Stored{row.text("event_id"), row.text("event_type"), body["payload"]};
                      });
    if (!event) return;
    auto const result = take(*event);
    bool const is_parked = result == kParked;
    db_.execute(R"(
        UPDATE webhook_events SET applied_at = :applied, attempts = attempts + 1, result = :result, parked_for = :parked
         WHERE event_id = :id
    )",
                {{"applied", is_parked ? std::nullopt : std::optional{clock_.now()}},
                 {"result", result},
                 {"parked", is_parked ? std::optional{event->payment_id()} : std::nullopt},
                 {"id", id}});
    if (!is_parked) apply_parked(event->payment_id());
    transaction.commit();
    log::info("webhook.applied", {{"type", event->type}, {"result", result}});
}

void GatewayEvents::apply_parked(std::string const& gateway_payment_id) {
    auto const parked =
        db_.list(R"(
        SELECT e.event_id FROM webhook_events e
         WHERE e.parked_for = :payment AND e.applied_at IS NULL
           AND (EXISTS (SELECT FROM payments p WHERE p.gateway_payment_id = e.parked_for)
             OR EXISTS (SELECT FROM refunds r WHERE r.surplus_payment_id = e.parked_for))
         ORDER BY e.id
    )",
                 {{"payment", gateway_payment_id}}, [](db::Row const& row) { return row.text("event_id"); });
    // One that is parked again was no news to its payment either: it would go round for ever.
    for (auto const& id : parked) {
        db_.execute("UPDATE webhook_events SET parked_for = NULL WHERE event_id = :id", {{"id", id}});
        apply(Json::Object{{"event_id", id}});
    }
}

int unpark(db::Session& db, Clock const& clock) {
    return int(db.execute(R"(
        INSERT INTO jobs (public_id, kind, payload, dedupe_key, run_at, created_at)
        SELECT uuid_v7(), 'payment.apply_event', jsonb_build_object('event_id', e.event_id),
               'event:' || e.event_id || ':' || e.attempts, cast(:now AS timestamptz), cast(:now AS timestamptz)
          FROM webhook_events e
         WHERE e.parked_for IS NOT NULL AND e.applied_at IS NULL
           AND (EXISTS (SELECT FROM payments p WHERE p.gateway_payment_id = e.parked_for)
             OR EXISTS (SELECT FROM refunds r WHERE r.surplus_payment_id = e.parked_for))
        ON CONFLICT ON CONSTRAINT jobs_one_per_key DO NOTHING
    )",
                          {{"now", clock.now()}}));
}

}  // namespace ssr::billing
