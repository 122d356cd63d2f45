#pragma once

#include <string_view>

#include "db/session.h"
#include "outbound/blob_store.h"

namespace ssr::blobs {

/// A file that rows of other tables name.
struct Blob {
    BlobId id;
    std::string sha256;
};

/// `blobs`, and their bytes. The file is on disk before its row is there, so a row without its file cannot
/// be; a file without a row harms nobody.
class Blobs {
public:
    Blobs(db::Session& db, outbound::BlobStore& store) : db_{db}, store_{store} {}

    /// The same bytes are one blob. May stand in the caller's transaction.
    Blob keep(std::string_view bytes, std::string_view media_type, Instant now);
    std::string read(std::string_view sha256) const { return store_.read(sha256); }

private:
    db::Session& db_;
    outbound::BlobStore& store_;
};

}  // namespace ssr::blobs
