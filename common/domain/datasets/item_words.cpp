#include "domain/datasets/item_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace ssr::datasets {

namespace {

struct Unit {
    std::string_view plural, singular;
};
constexpr Unit kUnits[] = {{"Nos", "No"},     {"Mtrs", "Mtr"}, {"Pts", "Pt"},       {"Jobs", "Job"},
                           {"Sets", "Set"},   {"Kgs", "Kg"},   {"Ltrs", "Ltr"},     {"Cum", "Cum"},
                           {"Sqm", "Sqm"},    {"Rmt", "Rmt"},  {"LS", "LS"},        {"Each", "Each"},
                           {"Pairs", "Pair"}, {"Days", "Day"}, {"Months", "Month"}, {"Years", "Year"}};

constexpr std::string_view kCaptions[] = {"labour",   "material", "materials",
                                          "quantity", "data",     "capital cost"};

Unit const* find_unit(std::string_view unit) {
    auto written = lower(cleaned(unit));
    if (written.ends_with('.')) written.pop_back();
    for (auto const& known : kUnits)
        if (written == lower(known.plural) || written == lower(known.singular)) return &known;
    return nullptr;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

/// "a) …", "(b) …"
bool begins_as_listed(std::string_view text) {
    if (text.starts_with('(')) text.remove_prefix(1);
    return text.size() >= 2 && is_letter(text[0]) && text[1] == ')';
}

}  // namespace

std::string cleaned(std::string_view text) {
    auto out = collapsed(text);
    std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; });
    return out;
}

std::string name_key(std::string_view name) { return lower(cleaned(name)); }

std::string parent_of(std::string_view name) {
    for (auto at = name.find(':'); at != std::string_view::npos; at = name.find(':', at + 1)) {
        auto const is_apart =
            (at > 0 && is_blank(name[at - 1])) || (at + 1 < name.size() && is_blank(name[at + 1]));
        auto const parent = trimmed(name.substr(0, at)), variant = trimmed(name.substr(at + 1));
        if (is_apart && !parent.empty() && !variant.empty()) return std::string{parent};
    }
    return {};
}

std::string canonical_unit(std::string_view unit) {
    auto const* const known = find_unit(unit);
    return known ? std::string{known->plural} : cleaned(unit);
}

bool is_known_unit(std::string_view unit) { return find_unit(unit) != nullptr; }

std::string singular_unit(std::string_view unit) {
    auto const* const known = find_unit(unit);
    return known ? std::string{known->singular} : cleaned(unit);
}

std::string inferred_unit(std::string_view group) {
    auto const name = lower(group);
    auto const has = [&](std::string_view word) { return name.find(word) != std::string::npos; };
    if (has("point")) return "Pts";
    if (has("piping") || has("wiring") || has("cable") || has("conduit")) return "Mtrs";
    return "Nos";
}

std::string schedule_year_of(std::string_view reference) {
    auto const text = trimmed(reference);
    auto const two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    if (text.size() < 5 || text[2] != '-') return {};
    for (auto const at : std::array{0, 1, 3, 4})
        if (!is_digit(text[at])) return {};
    if (text.size() > 5 && (is_digit(text[5]) || text[5] == '.')) return {};
    if (two(3) != (two(0) + 1) % 100) return {};
    return "20" + std::string{text.substr(0, 5)};
}

bool is_caption(std::string_view text) {
    auto const line = lower(cleaned(text));
    if (begins_as_listed(line)) return true;
    return std::ranges::any_of(kCaptions, [&](std::string_view caption) {
        if (!line.starts_with(caption)) return false;
        auto rest = trimmed(std::string_view{line}.substr(caption.size()));
        for (std::string_view const more : {"charges", "cost"})
            if (rest.starts_with(more)) rest = trimmed(rest.substr(more.size()));
        return std::ranges::all_of(rest, [](char c) { return !is_letter(c); });
    });
}

}  // namespace ssr::datasets
