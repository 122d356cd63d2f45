#pragma once

#include "db/session.h"

namespace ssr::dev::gateway {

/// The simulator's tables, in the schema `gateway` of their own. A second call changes nothing.
void create_tables(db::Session& db);

}  // namespace ssr::dev::gateway
