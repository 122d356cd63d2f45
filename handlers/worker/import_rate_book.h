#pragma once

#include <span>
#include <string_view>

#include "base/clock.h"
#include "db/session.h"

namespace ssr::worker {

/// `worker --import-rate-book FILE [OPTION…]`, the work of `infra/bin/ssr import-rate-book`. Says on the
/// terminal what is wrong with the file or what became of it; 0: it is stored (or would be), 1: it is not,
/// 64: the options are wrong.
int import_rate_book(db::Session& db, Clock const& clock, std::span<std::string_view const> arguments);

}  // namespace ssr::worker
