#pragma once

#include <string>

#include "view/list_pieces.h"

namespace ssr::admin {

/// Leafs through a list that is not counted: `shown` lines of the page, and whether there are more after it.
/// `base` ends where the number goes.
view::Pager leaf_pager(std::string const& base, int number, int size, std::size_t shown, bool has_more);

}  // namespace ssr::admin
