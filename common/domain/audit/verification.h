#pragma once

#include <optional>
#include <string>

#include "db/session.h"

namespace ssr::audit {

struct BrokenRow {
    std::int64_t id;
    std::string action;
};

/// The first row at which the hash chain does not hold; nothing where all do.
std::optional<BrokenRow> first_broken(db::Session& db);

}  // namespace ssr::audit
