#pragma once

#include <string>

#include "view/frame.h"

namespace ssr::dev {

/// Every shared piece in both themes, with sample figures: what pages are composed of.
struct ComponentsPage {};

std::string render(ComponentsPage const& page, view::Frame const& frame);

}  // namespace ssr::dev
