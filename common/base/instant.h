#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// A moment, UTC, to the second. Pages show it in Indian Standard Time (UTC+05:30, no daylight saving).
using Instant = std::chrono::sys_seconds;
using Date = std::chrono::year_month_day;

/// "2027-03-31T18:29:59Z" (or with an offset); nothing for anything else.
std::optional<Instant> parse_instant(std::string_view iso);
std::string to_iso(Instant at);

/// "31-03-2027" or "2027-03-31"; nothing for a day that does not exist.
std::optional<Date> parse_date(std::string_view text);
Date ist_date(Instant at);
/// 00:00 of that day in India.
Instant ist_midnight(Date day);

std::string display_date(Date day);    // "31-03-2027"
std::string display_date(Instant at);  // the day in India
std::string display_time(Instant at);  // "31-03-2027, 11:59 pm", in India

/// The same day `months` later; the last day of the month where that day does not exist.
Instant add_months(Instant at, int months);

}  // namespace ssr
