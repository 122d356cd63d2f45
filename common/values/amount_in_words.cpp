#include <array>

#include "values/money.h"

namespace ssr {

namespace {

constexpr std::array<std::string_view, 20> kUpToNineteen{
    "Zero",     "One",     "Two",     "Three",     "Four",     "Five",    "Six",
    "Seven",    "Eight",   "Nine",    "Ten",       "Eleven",   "Twelve",  "Thirteen",
    "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"};
constexpr std::array<std::string_view, 10> kTens{"",      "",      "Twenty",  "Thirty", "Forty",
                                                 "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"};

struct Scale {
    std::int64_t value;
    std::string_view name;
};
constexpr std::array<Scale, 4> kScales{
    {{10'000'000, "Crore"}, {100'000, "Lakh"}, {1'000, "Thousand"}, {100, "Hundred"}}};

void append(std::string& words, std::string_view word) {
    if (!words.empty()) words += ' ';
    words += word;
}

// Crores beyond 99 are spoken in the same scheme: "One Thousand Two Hundred Crore".
std::string spoken(std::int64_t number) {
    if (number < 20) return std::string{kUpToNineteen[static_cast<std::size_t>(number)]};
    std::string words;
    for (auto const& [value, name] : kScales) {
        if (number < value) continue;
        append(words, spoken(number / value));
        append(words, name);
        number %= value;
    }
    if (number >= 20) {
        append(words, kTens[static_cast<std::size_t>(number / 10)]);
        number %= 10;
    }
    if (number > 0) append(words, kUpToNineteen[static_cast<std::size_t>(number)]);
    return words;
}

}  // namespace

std::string Money::in_words() const {
    auto const paise = paise_ < 0 ? -paise_ : paise_;
    auto words = (paise_ < 0 ? "Minus Rupees " : "Rupees ") + spoken(paise / 100);
    if (paise % 100 != 0) words += " and Paise " + spoken(paise % 100);
    return words + " Only";
}

}  // namespace ssr
