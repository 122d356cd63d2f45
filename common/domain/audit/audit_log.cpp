#include "domain/audit/audit_log.h"

namespace ssr::audit {

void AuditLog::record(Entry const& entry, Instant at) {
    auto const changes = entry.changes.is_null() ? Json{Json::Object{}} : entry.changes;
    db_.one("SELECT audit(:user, :action, :model, :object, :changes, :ip, :at) AS id",
            {{"user", entry.user},
             {"action", entry.action},
             {"model", entry.model_name},
             {"object", entry.object_id},
             {"changes", changes},
             {"ip", entry.ip_address},
             {"at", at}},
            [](db::Row const& row) { return row.integer("id"); });
}

}  // namespace ssr::audit
