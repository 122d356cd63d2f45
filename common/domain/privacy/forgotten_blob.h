#pragma once

#include "base/clock.h"
#include "db/session.h"

namespace ssr::privacy {

/// Takes the row of a file away that nothing points at any more; its bytes go by a job of their own
/// (blob.remove), after the commit, so that a rollback loses no file.
void forget_blob(db::Session& db, Clock const& clock, std::int64_t blob);

}  // namespace ssr::privacy
