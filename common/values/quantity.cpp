#include "values/quantity.h"

#include "values/decimal.h"
#include "values/rounding.h"

namespace ssr {

namespace {

constexpr std::int64_t kMostThousandths = 99'999'999'000;
constexpr std::int64_t kBeyondRate = 10'000'000'000;  // Rs. 10,00,00,000 a unit
constexpr std::int64_t kHundredPercent = 1'000'000;

}  // namespace

std::optional<Quantity> Quantity::parse(std::string_view text) {
    auto const value = parse_decimal(text, 3);
    if (!value || *value == 0 || *value > kMostThousandths) return std::nullopt;
    return Quantity{*value};
}

std::string Quantity::text() const { return shortest_decimal(value_, 3); }

std::optional<Rate> Rate::parse(std::string_view text) {
    auto const value = parse_decimal(text, 2);
    if (!value || *value == 0 || *value >= kBeyondRate) return std::nullopt;
    return Rate{*value};
}

std::string Rate::plain() const { return decimal_text(paise_, 2); }

std::string Rate::grouped() const { return grouped_as_in_india(plain()); }

Money operator*(Quantity quantity, Rate rate) {
    return Money::from_paise(divided_half_up(Wide{quantity.thousandths()} * rate.paise(), 1000));
}

std::optional<Percent> Percent::parse(std::string_view text) {
    auto const value = parse_decimal(text, 4);
    if (!value || *value > kHundredPercent) return std::nullopt;
    return Percent{*value};
}

std::string Percent::text() const { return shortest_decimal(value_, 4); }

Money Percent::of(Money base) const {
    return Money::from_paise(divided_half_up(Wide{base.paise()} * value_, kHundredPercent));
}

}  // namespace ssr
