#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ssr::sheet {

/// A number of a workbook, exact to 50 digits, so that no double touches a rate. Where Excel looks at a
/// number (shows it, rounds it, compares it) it sees 15 significant digits; so do text(), rounded() and
/// comparisons (work-modules 7.3).
class Decimal {
public:
    Decimal() = default;  // zero
    /// "-12.5", ".5", "9.163265E-2"; nothing for anything else, nor beyond 10^±300.
    static std::optional<Decimal> parse(std::string_view text);
    /// of(12050, 2) is 120.50: paise, thousandths.
    static Decimal of(std::int64_t units, int decimals = 0);

    /// 15 significant digits, without exponent and without zeros that say nothing: "540.857142857143".
    std::string text() const;
    /// Half away from zero at that decimal; -2 rounds to hundreds.
    Decimal rounded(int decimals) const;
    /// The value rounded to `decimals`, counted in units of its last decimal (paise for 2); nothing beyond 64
    /// bits.
    std::optional<std::int64_t> units(int decimals) const;
    bool is_zero() const;
    int sign() const;  // -1, 0, 1
    /// Too large for a cell of Excel (beyond 10^300).
    bool is_beyond_range() const;

    Decimal operator-() const;
    friend Decimal operator+(Decimal const& a, Decimal const& b);
    friend Decimal operator-(Decimal const& a, Decimal const& b);
    friend Decimal operator*(Decimal const& a, Decimal const& b);
    friend Decimal operator/(Decimal const& a, Decimal const& b);  // b is not zero
    friend bool operator==(Decimal const& a, Decimal const& b);
    friend std::strong_ordering operator<=>(Decimal const& a, Decimal const& b);

private:
    struct Digits;
    explicit Decimal(std::shared_ptr<Digits const> digits) : digits_{std::move(digits)} {}
    static Digits const& digits_of(Decimal const& number);
    std::shared_ptr<Digits const> digits_;  // none: zero
};

}  // namespace ssr::sheet
