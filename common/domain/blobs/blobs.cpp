#include "domain/blobs/blobs.h"

namespace ssr::blobs {

Blob Blobs::keep(std::string_view bytes, std::string_view media_type, Instant now) {
    auto sha256 = store_.put(bytes);
    db_.execute(R"(
        INSERT INTO blobs (sha256, size_bytes, media_type, storage_key, created_at)
        VALUES (:sha256, :size, :type, :key, :now)
        ON CONFLICT ON CONSTRAINT blobs_one_per_content DO NOTHING
    )",
                {{"sha256", sha256},
                 {"size", std::int64_t(bytes.size())},
                 {"type", media_type},
                 {"key", outbound::BlobStore::key_of(sha256)},
                 {"now", now}});
    auto const id = db_.one("SELECT id FROM blobs WHERE sha256 = :sha256", {{"sha256", sha256}},
                            [](db::Row const& row) { return row.id<BlobId>("id"); });
    return {id, std::move(sha256)};
}

}  // namespace ssr::blobs
