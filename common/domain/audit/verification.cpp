#include "domain/audit/verification.h"

namespace ssr::audit {

std::optional<BrokenRow> first_broken(db::Session& db) {
    return db.maybe_one("SELECT id, action FROM audit_broken ORDER BY id LIMIT 1", {},
                        [](db::Row const& row) {
                            return BrokenRow{row.integer("id"), row.text("action")};
                        });
}

}  // namespace ssr::audit
