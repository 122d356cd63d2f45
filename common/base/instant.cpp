#include "base/instant.h"

#include <charconv>
#include <cstdio>

namespace ssr {

namespace {

constexpr std::chrono::seconds kIndia{5 * 3600 + 30 * 60};

// Reads exactly `width` digits and moves on.
std::optional<int> digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int value = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + width, value);
    if (fault != std::errc{} || end != text.data() + width || text[0] == '-') return std::nullopt;
    text.remove_prefix(width);
    return value;
}

bool mark(std::string_view& text, char expected) {
    if (text.empty() || text[0] != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> day_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) return std::nullopt;
    Date const date{std::chrono::year{*year}, std::chrono::month(unsigned(*month)),
                    std::chrono::day(unsigned(*day))};
    if (!date.ok() || *year < 1900) return std::nullopt;
    return date;
}

std::optional<Date> iso_day(std::string_view& text) {
    auto const year = digits(text, 4);
    if (!mark(text, '-')) return std::nullopt;
    auto const month = digits(text, 2);
    if (!mark(text, '-')) return std::nullopt;
    return day_of(year, month, digits(text, 2));
}

// What stands after the seconds: "Z", "+05:30", "+00", with a fraction before it that we drop.
std::optional<std::chrono::seconds> offset(std::string_view text) {
    if (mark(text, '.'))
        while (!text.empty() && text[0] >= '0' && text[0] <= '9') text.remove_prefix(1);
    if (text == "Z" || text == "z") return std::chrono::seconds{0};
    bool const west = !text.empty() && text[0] == '-';
    if (!west && !(text.size() && text[0] == '+')) return std::nullopt;
    text.remove_prefix(1);
    auto const hours = digits(text, 2);
    mark(text, ':');
    auto const minutes = text.empty() ? std::optional<int>{0} : digits(text, 2);
    if (!hours || !minutes || !text.empty() || *hours > 14 || *minutes > 59) return std::nullopt;
    std::chrono::seconds const east{*hours * 3600 + *minutes * 60};
    return west ? -east : east;
}

struct TimeOfDay {
    int hour, minute, second;
};

TimeOfDay time_of_day(Instant at) {
    auto const rest = (at - std::chrono::floor<std::chrono::days>(at)).count();
    return {int(rest / 3600), int(rest / 60 % 60), int(rest % 60)};
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
    auto const day = iso_day(text);
    if (!day || !(mark(text, 'T') || mark(text, ' '))) return std::nullopt;
    auto const hour = digits(text, 2);
    if (!mark(text, ':')) return std::nullopt;
    auto const minute = digits(text, 2);
    if (!mark(text, ':')) return std::nullopt;
    auto const second = digits(text, 2);
    auto const east = offset(text);
    if (!hour || !minute || !second || !east || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    return Instant{std::chrono::sys_days{*day}} +
           std::chrono::seconds{*hour * 3600 + *minute * 60 + *second} - *east;
}

std::string to_iso(Instant at) {
    Date const day{std::chrono::floor<std::chrono::days>(at)};
    auto const time = time_of_day(at);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int(day.year()), unsigned(day.month()),
                  unsigned(day.day()), time.hour, time.minute, time.second);
    return text;
}

std::optional<Date> parse_date(std::string_view text) {
    auto iso = text;
    if (auto const day = iso_day(iso)) return iso.empty() ? day : std::nullopt;
    auto const day = digits(text, 2);
    if (!mark(text, '-')) return std::nullopt;
    auto const month = digits(text, 2);
    if (!mark(text, '-')) return std::nullopt;
    auto const date = day_of(digits(text, 4), month, day);
    return text.empty() ? date : std::nullopt;
}

Date ist_date(Instant at) { return Date{std::chrono::floor<std::chrono::days>(at + kIndia)}; }

Instant ist_midnight(Date day) { return Instant{std::chrono::sys_days{day}} - kIndia; }

std::string display_date(Date day) {
    char text[16];
    std::snprintf(text, sizeof text, "%02u-%02u-%04d", unsigned(day.day()), unsigned(day.month()),
                  int(day.year()));
    return text;
}

std::string display_date(Instant at) { return display_date(ist_date(at)); }

std::string display_time(Instant at) {
    auto const time = time_of_day(at + kIndia);
    char text[16];
    std::snprintf(text, sizeof text, ", %d:%02d %s", time.hour % 12 ? time.hour % 12 : 12, time.minute,
                  time.hour < 12 ? "am" : "pm");
    return display_date(at) + text;
}

Instant add_months(Instant at, int months) {
    // By the calendar in India: a subscription bought on the 31st at 1 am there ends on a day of that
    // calendar.
    auto const local = at + kIndia;
    auto const midnight = std::chrono::floor<std::chrono::days>(local);
    auto later = Date{midnight} + std::chrono::months{months};
    if (!later.ok()) later = later.year() / later.month() / std::chrono::last;
    return Instant{std::chrono::sys_days{later}} + (local - midnight) - kIndia;
}

}  // namespace ssr
