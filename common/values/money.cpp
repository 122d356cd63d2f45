#include "values/money.h"

#include "base/text.h"
#include "values/decimal.h"

namespace ssr {

namespace {

constexpr std::int64_t kBeyondPaise = 1'000'000'000'000'000;  // 10^13 rupees
constexpr std::string_view kMinus = "\u2212";

std::string_view without_currency(std::string_view text) {
    text = trimmed(text);
    for (std::string_view const sign : {"\u20b9", "Rs.", "Rs"}) {
        if (text.substr(0, sign.size()) == sign) return trimmed(text.substr(sign.size()));
    }
    return text;
}

}  // namespace

std::optional<Money> Money::parse(std::string_view text) {
    auto const paise = parse_decimal(without_currency(text), 2);
    if (!paise || *paise >= kBeyondPaise) return std::nullopt;
    return Money{*paise};
}

std::string Money::plain() const { return decimal_text(paise_, 2); }

std::string Money::grouped() const {
    auto const text = grouped_as_in_india(plain());
    return paise_ < 0 ? std::string{kMinus} + text.substr(1) : text;
}

std::string Money::display() const {
    auto const text = grouped_as_in_india(plain());
    return paise_ < 0 ? std::string{kMinus} + "\u20b9 " + text.substr(1) : "\u20b9 " + text;
}

}  // namespace ssr
