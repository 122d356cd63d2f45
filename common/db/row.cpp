#include <soci/soci.h>

#include "db/session.h"

namespace ssr::db {

namespace {

soci::row const& as_row(void const* row) { return *static_cast<soci::row const*>(row); }

}  // namespace

bool Row::is_null(std::string_view column) const {
    return as_row(row_).get_indicator(std::string{column}) == soci::i_null;
}

std::int64_t Row::integer(std::string_view column) const {
    auto const& row = as_row(row_);
    std::string const name{column};
    if (row.get_properties(name).get_data_type() == soci::dt_integer) return row.get<int>(name);
    return row.get<long long>(name);
}

std::string Row::text(std::string_view column) const {
    return as_row(row_).get<std::string>(std::string{column});
}

bool Row::flag(std::string_view column) const { return integer(column) != 0; }

Instant Row::instant(std::string_view column) const {
    auto tm = as_row(row_).get<std::tm>(std::string{column});
    return Instant{std::chrono::seconds{timegm(&tm)}};
}

Json Row::json(std::string_view column) const {
    auto value = Json::parse(text(column));
    if (!value) throw std::logic_error{"column " + std::string{column} + " holds no JSON"};
    return *std::move(value);
}

std::optional<std::int64_t> Row::maybe_integer(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional{integer(column)};
}

std::optional<std::string> Row::maybe_text(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional{text(column)};
}

std::optional<Instant> Row::maybe_instant(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional{instant(column)};
}

std::optional<Money> Row::maybe_money(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional{money(column)};
}

std::string array_of(std::vector<std::string> const& texts) {
    std::string out = "{";
    for (auto const& text : texts) {
        if (out.size() > 1) out += ',';
        out += '"';
        for (char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
        out += '"';
    }
    return out + "}";
}

std::string copy_text(std::string_view text) {
    std::string out;
    for (auto const c : text) switch (c) {
            case '\\': out += "\\\\"; break;
            case '\t': out += "\\t"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            default: out += c;
        }
    return out;
}

std::string array_of(std::vector<std::int64_t> const& numbers) {
    std::string out = "{";
    for (auto const number : numbers) {
        if (out.size() > 1) out += ',';
        out += std::to_string(number);
    }
    return out + "}";
}

}  // namespace ssr::db
