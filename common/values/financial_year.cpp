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

std::string FinancialYear::text() const { return two_digits(start_) + "-" + two_digits(start_ + 1); }

std::string FinancialYear::long_text() const { return std::to_string(start_) + "-" + two_digits(start_ + 1); }

}  // namespace ssr
