#pragma once

#include <string>
#include <string_view>

namespace ssr::works {

/// For ILIKE: all words in their order. '%' and '_' that a person typed mean themselves.
std::string like_pattern(std::string_view words);

}  // namespace ssr::works
