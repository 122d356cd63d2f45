#pragma once

#include <string>
#include <string_view>

namespace ssr::works {

/// For `ILIKE ALL (CAST(:patterns AS text[]))`: every word, in any order. '%' and '_' that a person typed
/// mean themselves.
std::string like_patterns(std::string_view words);

}  // namespace ssr::works
