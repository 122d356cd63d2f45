#pragma once

#include <cstdint>
#include <stdexcept>

namespace ssr {

__extension__ typedef __int128 Wide;  // the product of two amounts, before it is rounded

/// `amount / divisor`, rounded half away from zero. Throws where the quotient does not fit; divisor > 0.
constexpr std::int64_t divided_half_up(Wide amount, std::int64_t divisor) {
    auto const half = Wide{divisor} / 2;
    auto const quotient = (amount < 0 ? amount - half : amount + half) / divisor;
    if (quotient > INT64_MAX || quotient < INT64_MIN) throw std::overflow_error{"an amount beyond 64 bits"};
    return static_cast<std::int64_t>(quotient);
}

}  // namespace ssr
