#include "domain/privacy/forgotten_blob.h"

#include "domain/jobs/queue.h"

namespace ssr::privacy {

void forget_blob(db::Session& db, Clock const& clock, std::int64_t blob) {
    auto const sha256 = db.one("SELECT forget_blob(:blob) AS sha256", {{"blob", blob}},
                               [](db::Row const& row) { return row.maybe_text("sha256"); });
    if (sha256)
        jobs::Queue{db, clock}.enqueue({.kind = "blob.remove", .payload = Json::Object{{"sha256", *sha256}}});
}

}  // namespace ssr::privacy
