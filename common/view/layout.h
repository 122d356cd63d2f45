#pragma once

#include "view/page.h"

namespace ssr::view {

/// Fills shared/layout.tpl with all that `frame` says; returns the dictionary whose {{>BODY}} is the page's
/// place.
Dictionary& lay_out(Dictionary& layout, Frame const& frame);

}  // namespace ssr::view
