#pragma once

#include "base/clock.h"
#include "db/session.h"

namespace ssr::dev {

/// Gives the demonstration's engineer his work: the estimate of the worked example, made as he would make it.
/// False: no published rate book has its items yet. Running it again changes nothing.
bool seed_works(db::Session& db, Clock const& clock);

}  // namespace ssr::dev
