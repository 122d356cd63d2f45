#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "domain/privacy/data_exports.h"

namespace ssr::privacy {

/// A link to an export's file is good for a quarter of an hour, in the session that it was made for.
class DownloadLinks {
public:
    DownloadLinks(Clock const& clock, std::vector<std::string> secret_keys)
        : clock_{clock}, secret_keys_{std::move(secret_keys)} {}

    /// "until=1795000000&signature=…"
    std::string query_for(PublicExportId const& id, SessionId session) const;
    bool allows(PublicExportId const& id, SessionId session, std::string_view until,
                std::string_view signature) const;

private:
    Clock const& clock_;
    std::vector<std::string> secret_keys_;
};

}  // namespace ssr::privacy
