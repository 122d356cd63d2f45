#include "values/decimal.h"

#include <algorithm>

#include "base/text.h"

namespace ssr {

namespace {

constexpr std::size_t kMostDigits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "12,34,567": the last group has three digits, those before two or three, the first at least one.
bool is_well_grouped(std::string_view whole) {
    auto const groups = split(whole, ',');
    if (groups.size() == 1) return true;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        auto const size = groups[at].size();
        auto const is_first = at == 0;
        auto const is_last = at + 1 == groups.size();
        if (is_last ? size != 3 : size > 3 || size < (is_first ? 1 : 2)) return false;
    }
    return true;
}

}  // namespace

std::optional<std::int64_t> parse_decimal(std::string_view text, int decimals) {
    text = trimmed(text);
    auto const point = text.find('.');
    auto const whole = text.substr(0, point);
    auto const fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (!is_well_grouped(whole) || fraction.size() > static_cast<std::size_t>(decimals)) return std::nullopt;

    std::string digits;
    for (char const c : whole)
        if (c != ',') digits += c;
    if (digits.size() + fraction.size() == 0 || digits.size() > kMostDigits) return std::nullopt;
    digits += fraction;
    digits.append(static_cast<std::size_t>(decimals) - fraction.size(), '0');

    std::int64_t value = 0;
    for (char const c : digits) {
        if (!is_digit(c)) return std::nullopt;
        if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, c - '0', &value)) {
            return std::nullopt;
        }
    }
    return value;
}

std::string decimal_text(std::int64_t value, int decimals) {
    auto digits =
        std::to_string(value < 0 ? -static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
    auto const places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - places, 1, '.');
    return value < 0 ? "-" + digits : digits;
}

std::string shortest_decimal(std::int64_t value, int decimals) {
    auto text = decimal_text(value, decimals);
    if (decimals == 0) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string grouped_as_in_india(std::string_view plain) {
    auto const end = std::min(plain.find('.'), plain.size());
    auto const begin = plain.find_first_not_of('-');
    std::string text{plain};
    // Three digits before the point, then pairs.
    for (auto at = static_cast<std::ptrdiff_t>(end) - 3; at > static_cast<std::ptrdiff_t>(begin); at -= 2) {
        text.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return text;
}

}  // namespace ssr
