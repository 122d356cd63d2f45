#include "sheet/decimal.h"

#include <boost/multiprecision/cpp_dec_float.hpp>

namespace ssr::sheet {

namespace {

using Number = boost::multiprecision::cpp_dec_float_50;

// What Excel shows of a number; further digits are the noise of its arithmetic, or of ours.
constexpr int kSignificant = 15;
constexpr int kLargestExponent = 300;

/// "12.5" is {false, "125", 2}: 0.125 x 10^2. No digits: zero.
struct Written {
    bool is_negative = false;
    std::string digits;
    int exponent = 0;
};

// Keeps the first `count` digits, half away from zero; a count below one keeps none, or a single rounded-up
// one.
void keep(Written& number, int count) {
    auto& digits = number.digits;
    if (count >= static_cast<int>(digits.size())) return;
    auto const is_up = count >= 0 && digits[count] >= '5';
    digits.resize(std::max(count, 0));
    if (is_up) {
        auto at = digits.find_last_not_of('9');
        if (at == std::string::npos) {
            digits = "1";
            ++number.exponent;
        } else {
            ++digits[at];
            digits.resize(at + 1);
        }
    }
    auto const last = digits.find_last_not_of('0');
    digits.resize(last == std::string::npos ? 0 : last + 1);
}

Written written(Number const& number) {
    // 40 digits of the 50: the rest may be what a division left over. The form is "-1.2345e+02".
    auto const text = number.str(39, std::ios_base::scientific);
    Written out;
    if (number == 0) return out;
    auto const e = text.find('e');
    for (auto const c : std::string_view{text}.substr(0, e))
        if (c == '-')
            out.is_negative = true;
        else if (c != '.')
            out.digits += c;
    out.exponent = std::atoi(text.c_str() + e + 1) + 1;
    keep(out, kSignificant);
    return out;
}

std::string text_of(Written const& number) {
    if (number.digits.empty()) return "0";
    auto const size = static_cast<int>(number.digits.size());
    std::string out = number.is_negative ? "-" : "";
    if (number.exponent <= 0) return out + "0." + std::string(-number.exponent, '0') + number.digits;
    if (number.exponent >= size) return out + number.digits + std::string(number.exponent - size, '0');
    return out + number.digits.substr(0, number.exponent) + "." + number.digits.substr(number.exponent);
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
    auto const from = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - from;
}

// [+-] digits [. digits] [E [+-] digits], with a digit before or after the point.
bool is_number(std::string_view text) {
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+');
    auto const whole = digits_at(text, at);
    at += whole;
    std::size_t fraction = 0;
    if (at < text.size() && text[at] == '.') {
        fraction = digits_at(text, at + 1);
        at += 1 + fraction;
    }
    if (whole + fraction == 0) return false;
    if (at == text.size()) return true;
    if (text[at] != 'e' && text[at] != 'E') return false;
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    auto const exponent = digits_at(text, at);
    return exponent >= 1 && exponent <= 3 && at + exponent == text.size();
}

}  // namespace

struct Decimal::Digits {
    Number number;
};

Decimal::Digits const& Decimal::digits_of(Decimal const& number) {
    static Digits const zero{};
    return number.digits_ ? *number.digits_ : zero;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    if (text.size() > 350 || !is_number(text)) return std::nullopt;
    if (text[0] == '+') text.remove_prefix(1);
    Decimal const number{std::make_shared<Digits const>(Digits{Number{std::string{text}}})};
    if (number.is_beyond_range()) return std::nullopt;
    return number;
}

Decimal Decimal::of(std::int64_t units, int decimals) {
    Number number{units};
    for (; decimals > 0; --decimals) number /= 10;
    return Decimal{std::make_shared<Digits const>(Digits{number})};
}

std::string Decimal::text() const { return text_of(written(digits_of(*this).number)); }

Decimal Decimal::rounded(int decimals) const {
    auto number = written(digits_of(*this).number);
    keep(number, number.exponent + decimals);
    return number.digits.empty() ? Decimal{}
                                 : Decimal{std::make_shared<Digits const>(Digits{Number{text_of(number)}})};
}

std::optional<std::int64_t> Decimal::units(int decimals) const {
    auto number = written(digits_of(*this).number);
    keep(number, number.exponent + decimals);
    number.exponent += decimals;
    if (number.digits.empty()) return 0;
    if (number.exponent > 18) return std::nullopt;
    auto const text = text_of(number);
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool Decimal::is_zero() const { return sign() == 0; }
int Decimal::sign() const { return digits_of(*this).number.sign(); }

bool Decimal::is_beyond_range() const {
    auto const& number = digits_of(*this).number;
    if (!(boost::multiprecision::isfinite)(number)) return true;
    if (number == 0) return false;
    auto const order = number.backend().order();
    return order > kLargestExponent || order < -kLargestExponent;
}

Decimal Decimal::operator-() const {
    return Decimal{std::make_shared<Digits const>(Digits{-digits_of(*this).number})};
}

Decimal operator+(Decimal const& a, Decimal const& b) {
    Number const sum = Decimal::digits_of(a).number + Decimal::digits_of(b).number;
    return Decimal{std::make_shared<Decimal::Digits const>(Decimal::Digits{sum})};
}

Decimal operator-(Decimal const& a, Decimal const& b) { return a + -b; }

Decimal operator*(Decimal const& a, Decimal const& b) {
    Number const product = Decimal::digits_of(a).number * Decimal::digits_of(b).number;
    return Decimal{std::make_shared<Decimal::Digits const>(Decimal::Digits{product})};
}

Decimal operator/(Decimal const& a, Decimal const& b) {
    Number const quotient = Decimal::digits_of(a).number / Decimal::digits_of(b).number;
    return Decimal{std::make_shared<Decimal::Digits const>(Decimal::Digits{quotient})};
}

bool operator==(Decimal const& a, Decimal const& b) { return (a <=> b) == std::strong_ordering::equal; }

std::strong_ordering operator<=>(Decimal const& a, Decimal const& b) {
    // Equal is what reads equal.
    if (a.text() == b.text()) return std::strong_ordering::equal;
    auto const order = Decimal::digits_of(a).number.compare(Decimal::digits_of(b).number);
    return order < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace ssr::sheet
