#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ssr::admin {

/// A number that is typed with digits alone, from 1 to `Most`.
template <std::int64_t Most>
struct WholeNumber {
    std::int64_t value;
    static std::optional<WholeNumber> parse(std::string_view text) {
        std::int64_t number = 0;
        auto const* const end = text.data() + text.size();
        auto const [read_to, fault] = std::from_chars(text.data(), end, number);
        if (fault != std::errc{} || read_to != end || number < 1 || number > Most) return std::nullopt;
        return WholeNumber{number};
    }
};

}  // namespace ssr::admin
