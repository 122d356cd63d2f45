#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "values/login_id.h"

namespace ssr::accounts {

/// What stays of a person's number or address when he is gone: a keyed hash. `secret_keys`: the present one
/// first.
std::vector<std::string> tombstone_hashes(std::vector<std::string> const& secret_keys,
                                          std::vector<std::string> const& identifiers);

/// True where a banned person's account was erased under that identifier: leaving lifts no ban.
bool is_barred(db::Session& db, std::vector<std::string> const& secret_keys, LoginId const& id);

}  // namespace ssr::accounts
