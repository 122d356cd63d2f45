#pragma once

#include <string>
#include <string_view>

#include "base/instant.h"

namespace ssr::view {

/// Pure: the name by which one is called: of "S. Kiran Kumar" "Kiran", of "K.Ravi" "Ravi". Empty where there
/// are only initials.
std::string_view called_name(std::string_view name);

/// Pure: "Good morning, Kiran", by the time of day in India; from noon "afternoon", from five "evening".
std::string greeting(std::string_view name, Instant now);

}  // namespace ssr::view
