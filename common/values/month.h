#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace ssr {

/// A calendar month in India.
struct Month {
    int year;
    unsigned month;  // 1 to 12

    static Month of(Instant at);
    static std::optional<Month> parse(std::string_view text);  // "2026-11", of this century
    Month before() const;
    Month after() const;
    Instant begins() const;       // 00:00 of its first day in India
    Instant ends() const;         // of the next month's
    std::string text() const;     // "2026-11"
    std::string display() const;  // "November 2026"
    auto operator<=>(Month const&) const = default;
};

}  // namespace ssr
