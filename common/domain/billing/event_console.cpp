#include "domain/billing/event_console.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/jobs/queue.h"

namespace ssr::billing {

namespace {

StoredEvent to_event(db::Row const& row) {
    return {.event_id = row.text("event_id"),
            .type = row.text("event_type"),
            .gateway_order_id = row.maybe_text("gateway_order_id"),
            .received_at = row.instant("received_at"),
            .applied_at = row.maybe_instant("applied_at"),
            .attempts = int(row.integer("attempts")),
            .result = row.text_or_empty("result")};
}

}  // namespace

std::vector<StoredEvent> EventConsole::list(EventFilter const& filter) {
    // Only what is asked for stands in the statement, so that it finds its index.
    std::string where = "TRUE";
    if (filter.only_open) where += " AND applied_at IS NULL";
    if (!filter.type.empty()) where += " AND event_type = :type";
    if (!filter.gateway_order.empty()) where += " AND gateway_order_id = :order";
    if (!filter.before.empty()) where += " AND id < (SELECT id FROM webhook_events WHERE event_id = :before)";
    return db_.list(R"(
        SELECT event_id, event_type, gateway_order_id, received_at, applied_at, attempts, result
          FROM webhook_events WHERE )" +
                        where + " ORDER BY id DESC LIMIT :most",
                    {{"type", filter.type},
                     {"order", filter.gateway_order},
                     {"before", filter.before},
                     {"most", filter.most}},
                    to_event);
}

std::optional<StoredEvent> EventConsole::find(std::string_view event_id) {
    return db_.maybe_one(R"(
        SELECT event_id, event_type, gateway_order_id, received_at, applied_at, attempts, result, body
          FROM webhook_events WHERE event_id = :id
    )",
                         {{"id", event_id}}, [](db::Row const& row) {
                             auto event = to_event(row);
                             event.body = row.text("body");
                             return event;
                         });
}

bool EventConsole::replay(std::string_view event_id, UserId by, std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const reopened = db_.execute(
        "UPDATE webhook_events SET applied_at = NULL, parked_for = NULL, result = NULL WHERE event_id = :id",
        {{"id", event_id}});
    if (reopened != 1) return false;
    jobs::Queue{db_, clock_}.enqueue(
        {.kind = "payment.apply_event",
         .payload = Json::Object{{"event_id", event_id}},
         .dedupe_key = "event:" + std::string{event_id} + ":replay:" + new_public_id()});
    audit::AuditLog{db_}.record({.user = by,
                                 .action = "webhook.replayed",
                                 .model_name = "webhook_events",
                                 .object_id = std::string{event_id},
                                 .changes = {},
                                 .ip_address = ip_address},
                                clock_.now());
    transaction.commit();
    return true;
}

}  // namespace ssr::billing
