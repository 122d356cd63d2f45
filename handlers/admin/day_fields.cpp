#include "admin/day_fields.h"

namespace ssr::admin {

namespace {

constexpr std::chrono::days kDay{1};

// Of a century that the database, our papers and people all can write.
bool is_of_ours(Date day) {
    return day.year() >= std::chrono::year{2000} && day.year() < std::chrono::year{2100};
}

std::optional<Instant> instant_in(std::string_view text) {
    auto const at = parse_instant(text);
    return at && is_of_ours(ist_date(*at)) ? at : std::nullopt;
}

bool is_midnight(Instant at) { return ist_midnight(ist_date(at)) == at; }

}  // namespace

std::optional<FromDay> FromDay::parse(std::string_view text) {
    if (auto const at = instant_in(text)) return FromDay{*at};
    auto const day = parse_date(text);
    if (!day || !is_of_ours(*day)) return std::nullopt;
    return FromDay{ist_midnight(*day)};
}

std::optional<TillDay> TillDay::parse(std::string_view text) {
    if (auto const at = instant_in(text)) return TillDay{*at};
    auto const day = parse_date(text);
    if (!day || !is_of_ours(*day)) return std::nullopt;
    return TillDay{ist_midnight(*day) + kDay};
}

std::string typed_from(std::optional<Instant> const& at) {
    if (!at) return {};
    return is_midnight(*at) ? display_date(*at) : to_iso(*at);
}

std::string typed_till(std::optional<Instant> const& at) {
    if (!at) return {};
    return is_midnight(*at) ? last_day(*at) : to_iso(*at);
}

std::string last_day(Instant till) { return display_date(till - std::chrono::seconds{1}); }

}  // namespace ssr::admin
