#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "values/money.h"

namespace ssr {

/// How much of an item: thousandths of its unit, exact; 0.001 to 9,99,99,999 where a user types it
/// (work-modules 2.5).
class Quantity {
public:
    constexpr Quantity() = default;
    static constexpr Quantity from_thousandths(std::int64_t value) { return Quantity{value}; }
    /// "265.5", "1,200"; at most three decimals, no sign, within the range above.
    static std::optional<Quantity> parse(std::string_view text);

    constexpr std::int64_t thousandths() const { return value_; }
    std::string text() const;  // "265.5": no grouping, no trailing zeros
    constexpr auto operator<=>(Quantity const&) const = default;
    constexpr Quantity operator+(Quantity other) const { return Quantity{value_ + other.value_}; }
    constexpr Quantity operator-(Quantity other) const { return Quantity{value_ - other.value_}; }

private:
    explicit constexpr Quantity(std::int64_t value) : value_{value} {}
    std::int64_t value_ = 0;
};

/// Rupees per unit, two decimals.
class Rate {
public:
    constexpr Rate() = default;
    static constexpr Rate from_paise(std::int64_t paise) { return Rate{paise}; }
    static std::optional<Rate> parse(std::string_view text);  // > 0, at most two decimals

    constexpr std::int64_t paise() const { return paise_; }
    std::string plain() const;    // "816.00"
    std::string grouped() const;  // "1,692.00"
    constexpr auto operator<=>(Rate const&) const = default;

private:
    explicit constexpr Rate(std::int64_t paise) : paise_{paise} {}
    std::int64_t paise_ = 0;
};

/// Quantity times rate, rounded half away from zero to the paisa (work-modules 7.1).
Money operator*(Quantity quantity, Rate rate);

/// A percentage with at most four decimals, 0 to 100.
class Percent {
public:
    constexpr Percent() = default;
    static constexpr Percent from_ten_thousandths(std::int64_t value) { return Percent{value}; }
    static constexpr Percent whole(std::int64_t percent) { return Percent{percent * 10000}; }
    static std::optional<Percent> parse(std::string_view text);  // "7.25", "10.615"

    constexpr std::int64_t ten_thousandths() const { return value_; }
    std::string text() const;    // "10.615"
    Money of(Money base) const;  // rounded half away from zero to the paisa
    constexpr auto operator<=>(Percent const&) const = default;

private:
    explicit constexpr Percent(std::int64_t value) : value_{value} {}
    std::int64_t value_ = 0;
};

}  // namespace ssr
