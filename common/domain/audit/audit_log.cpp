#include "domain/audit/audit_log.h"

#include "base/text.h"

namespace ssr::audit {

std::string network_of(std::string_view ip_address) {
    char const between = ip_address.find(':') == std::string_view::npos ? '.' : ':';
    auto const parts = split(ip_address, between);
    if (parts.size() < 3 || parts[0].empty() || parts[1].empty()) return std::string{ip_address};  // "::1"
    return std::string{parts[0]} + between + std::string{parts[1]} + between + "x" + between + "x";
}

void AuditLog::record(Entry const& entry, Instant at) {
    auto const changes = entry.changes.is_null() ? Json{Json::Object{}} : entry.changes;
    db_.one("SELECT audit(:user, :action, :model, :object, :changes, :ip, :at) AS id",
            {{"user", entry.user},
             {"action", entry.action},
             {"model", entry.model_name},
             {"object", entry.object_id},
             {"changes", changes},
             {"ip", network_of(entry.ip_address)},
             {"at", at}},
            [](db::Row const& row) { return row.integer("id"); });
}

}  // namespace ssr::audit
