#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// An amount in paise; |amount| < 10^13 rupees (work-modules 7.5). Never a double, never a bare integer.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money from_paise(std::int64_t paise) { return Money{paise}; }
    static constexpr Money from_rupees(std::int64_t rupees) { return Money{rupees * 100}; }
    /// "2,10,000", "210000.5", "₹ 1,234.50"; at most two decimals, no sign.
    static std::optional<Money> parse(std::string_view text);

    constexpr std::int64_t paise() const { return paise_; }
    std::string plain() const;     // "173827.25": for workbooks, JSON and inputs
    std::string grouped() const;   // "1,73,827.25", a true minus before a negative amount
    std::string display() const;   // "₹ 1,73,827.25"
    std::string in_words() const;  // "Rupees One Lakh … and Paise Twenty Five Only" (work-modules 7.7)

    constexpr Money operator-() const { return Money{-paise_}; }
    constexpr Money operator+(Money other) const { return Money{paise_ + other.paise_}; }
    constexpr Money operator-(Money other) const { return Money{paise_ - other.paise_}; }
    constexpr Money& operator+=(Money other) { return *this = *this + other; }
    constexpr Money& operator-=(Money other) { return *this = *this - other; }
    constexpr auto operator<=>(Money const&) const = default;

private:
    explicit constexpr Money(std::int64_t paise) : paise_{paise} {}
    std::int64_t paise_ = 0;
};

}  // namespace ssr
