#pragma once

#include "base/clock.h"
#include "domain/jobs/progress.h"
#include "domain/privacy/data_exports.h"
#include "domain/privacy/privacy_config.h"
#include "outbound/blob_store.h"

namespace ssr::privacy {

/// The worker's half of exports: makes the file, tells of it, and takes it away a week later.
class ExportMaker {
public:
    ExportMaker(db::Session& db, Clock const& clock, PrivacyConfig const& config, ExportLimits limits = {})
        : db_{db}, clock_{clock}, config_{config}, limits_{limits}, store_{config.blobs} {}

    /// The job account.export: {"export"}. A zip of data.json, index.html and files/.
    void make(Json const& payload, jobs::Progress& progress);
    /// The job exports.expire.
    void expire_due();
    /// The job blob.remove: {"sha256"}; the bytes go once no row names them any more.
    void remove_blob(Json const& payload);

private:
    struct Asked;
    class Workbench;
    void gather(Asked const& asked, jobs::Progress& progress, Workbench const& bench);
    void pack(UserId user, Workbench const& bench);
    void give(Asked const& asked, std::string const& bytes);
    void tell(Asked const& asked);

    db::Session& db_;
    Clock const& clock_;
    PrivacyConfig const& config_;
    ExportLimits limits_;
    outbound::BlobStore store_;
};

}  // namespace ssr::privacy
