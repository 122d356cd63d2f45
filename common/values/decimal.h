#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// A number without sign as people write it, in units of 10^-decimals: "1,200.5" with 3 decimals is 1200500.
/// Commas may stand between groups as in India (1,20,000) or elsewhere (120,000), nowhere else. At most 15
/// digits before the point; nothing where there are more decimals than asked for, or anything else.
std::optional<std::int64_t> parse_decimal(std::string_view text, int decimals);

/// The digits of a value in units of 10^-decimals: "1200.500".
std::string decimal_text(std::int64_t value, int decimals);
/// The same without zeros that say nothing: "1200.5".
std::string shortest_decimal(std::int64_t value, int decimals);
/// "1234567.50" as "12,34,567.50".
std::string grouped_as_in_india(std::string_view plain);

}  // namespace ssr
