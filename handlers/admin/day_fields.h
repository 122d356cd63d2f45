#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace ssr::admin {

inline constexpr std::string_view kWantedDay = "Enter a day such as 31-12-2026.";

/// When something begins: the first moment of the day typed, or the instant of a program.
struct FromDay {
    Instant at;
    static std::optional<FromDay> parse(std::string_view text);
};

/// Till when something holds: the day typed is its last one, and an instant of a program its end.
struct TillDay {
    Instant at;
    static std::optional<TillDay> parse(std::string_view text);
};

/// The same as a person types them; an instant within a day is shown as what it is, so that saving it again
/// does not move it.
std::string typed_from(std::optional<Instant> const& at);
std::string typed_till(std::optional<Instant> const& at);

/// "31-12-2026": the last day on which it holds.
std::string last_day(Instant till);

}  // namespace ssr::admin
