#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "db/session.h"

namespace ssr::privacy {

using PublicExportId = PublicId<struct DataExportTag>;

enum class ExportState { running, ready, failed, over };

/// A copy of one's data, as its owner sees it.
struct DataExport {
    PublicExportId id;
    ExportState state = ExportState::running;
    std::int64_t done = 0, total = 0;  // sections gathered
    std::int64_t size_bytes = 0;
    Instant created_at;
    std::optional<Instant> expires_at;
    std::string sha256;  // of the file; empty where there is none
};

struct ExportRefused {
    std::chrono::seconds retry_after;
};

struct ExportLimits {
    std::chrono::seconds kept = std::chrono::days{7};
    int per_day = 5;
};

/// `data_exports`, for their owners.
class DataExports {
public:
    DataExports(db::Session& db, Clock const& clock, ExportLimits limits = {})
        : db_{db}, clock_{clock}, limits_{limits} {}

    /// Begins one; while one runs, it is that one.
    Result<PublicExportId, ExportRefused> ask(UserId user, std::string const& ip_address);
    /// Nothing where there is none, or it is another's.
    std::optional<DataExport> find(UserId user, PublicExportId const& id);
    std::optional<DataExport> newest(UserId user);

private:
    std::optional<PublicExportId> begin(UserId user);
    std::optional<PublicExportId> running(UserId user);
    std::optional<std::chrono::seconds> wait_of(UserId user);
    db::Session& db_;
    Clock const& clock_;
    ExportLimits limits_;
};

}  // namespace ssr::privacy
