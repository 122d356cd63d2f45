#pragma once

#include "guard/staff.h"

namespace ssr::admin {

/// Every page of this binary stands in the staff's shell.
inline view::Frame frame_of(guard::SignedIn const& who) { return guard::frame_of(who).in(view::Area::admin); }

}  // namespace ssr::admin
