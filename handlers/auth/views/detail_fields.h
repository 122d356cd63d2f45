#pragma once

#include <vector>

#include "view/form_pieces.h"

namespace ssr::auth {

/// Name, State, office, GSTIN: what a person says of himself at first, and may change later.
std::vector<view::Field> detail_fields();

}  // namespace ssr::auth
