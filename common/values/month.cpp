#include "values/month.h"

#include <array>

namespace ssr {

namespace {

constexpr std::array<std::string_view, 12> kNames{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

}  // namespace

Month Month::of(Instant at) {
    auto const day = ist_date(at);
    return {int(day.year()), unsigned(day.month())};
}

std::optional<Month> Month::parse(std::string_view text) {
    if (text.size() != 7 || !text.starts_with("20")) return std::nullopt;
    auto const first = parse_date(std::string{text} + "-01");
    if (!first) return std::nullopt;
    return Month{int(first->year()), unsigned(first->month())};
}

Month Month::before() const { return month == 1 ? Month{year - 1, 12} : Month{year, month - 1}; }

Month Month::after() const { return month == 12 ? Month{year + 1, 1} : Month{year, month + 1}; }

Instant Month::begins() const {
    return ist_midnight(Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{1}});
}

Instant Month::ends() const { return after().begins(); }

std::string Month::text() const {
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

std::string Month::display() const { return std::string{kNames[month - 1]} + " " + std::to_string(year); }

}  // namespace ssr
