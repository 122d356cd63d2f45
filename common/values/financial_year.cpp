#include "values/financial_year.h"

namespace ssr {

namespace {

std::string two_digits(int year) {
    auto const text = std::to_string(year % 100);
    return text.size() == 1 ? "0" + text : text;
}

}  // namespace

FinancialYear FinancialYear::of(Instant at) {
    auto const day = ist_date(at);
    return FinancialYear{static_cast<int>(day.year()) - (day.month() < std::chrono::April ? 1 : 0)};
}

std::optional<FinancialYear> FinancialYear::parse(std::string_view text) {
    auto const digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || !digit(0) || !digit(1)) return std::nullopt;
    FinancialYear const year{2000 + (text[0] - '0') * 10 + (text[1] - '0')};
    return year.text() == text ? std::optional{year} : std::nullopt;
}

Instant FinancialYear::begins() const {
    return ist_midnight(std::chrono::year{start_} / std::chrono::April / 1);
}

Instant FinancialYear::ends() const { return FinancialYear{start_ + 1}.begins(); }

std::string FinancialYear::text() const { return two_digits(start_) + "-" + two_digits(start_ + 1); }

std::string FinancialYear::long_text() const { return std::to_string(start_) + "-" + two_digits(start_ + 1); }

}  // namespace ssr
