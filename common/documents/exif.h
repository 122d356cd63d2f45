#pragma once

#include <string_view>

namespace ssr::documents {

/// How a JPEG is to be turned to stand upright, 1 to 8, as its EXIF says; 1 where it says nothing, or
/// nonsense.
int orientation_of(std::string_view jpeg);

}  // namespace ssr::documents
