#include "values/phone_number.h"

#include "base/text.h"

namespace ssr {

namespace {

/// What people and address books put between digits: blanks (also no-break ones), dashes, dots, brackets and
/// the marks that turn the direction of writing.
constexpr std::array<std::string_view, 24> kBetween{
    " ",      "\t",     "\n",     "\r",     "-",      ".",      "(",      ")",
    "/",      "\u00a0", "\u2007", "\u2009", "\u200b", "\u200e", "\u200f", "\u2010",
    "\u2011", "\u2012", "\u2013", "\u2014", "\u202f", "\ufeff", "\u061c", "\u2060"};

// U+202A..U+202E and U+2066..U+2069: bidirectional embeddings and isolates.
bool is_direction_mark(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xe2') return false;
    return (text[1] == '\x80' && text[2] >= '\xaa' && text[2] <= '\xae') ||
           (text[1] == '\x81' && text[2] >= '\xa6' && text[2] <= '\xa9');
}

std::size_t size_of_mark(std::string_view text) {
    for (auto const mark : kBetween)
        if (text.starts_with(mark)) return mark.size();
    return is_direction_mark(text) ? 3 : 0;
}

// The digits, with the plus where one leads; nothing if anything else is among them.
std::optional<std::string> bare(std::string_view text) {
    std::string digits;
    while (!text.empty()) {
        if (auto const size = size_of_mark(text)) {
            text.remove_prefix(size);
            continue;
        }
        char const c = text[0];
        if (!(c >= '0' && c <= '9') && !(c == '+' && digits.empty())) return std::nullopt;
        digits += c;
        text.remove_prefix(1);
    }
    return digits;
}

}  // namespace

// Numbers come from the public plan, which grows: a list of the series in use would refuse customers whose
// series is younger than the list. So the rule is the plan's own: ten digits, the first 6 to 9.
std::optional<PhoneNumber> PhoneNumber::parse(std::string_view text) {
    if (text.size() > 100) return std::nullopt;
    auto const digits = bare(text);
    if (!digits) return std::nullopt;
    std::string_view rest = *digits;
    for (std::string_view const prefix : {"+91", "0091", "91", "0"}) {
        if (rest.starts_with(prefix) && rest.size() == prefix.size() + 10) {
            rest.remove_prefix(prefix.size());
            break;
        }
    }
    if (rest.size() != 10 || rest[0] < '6' || rest[0] > '9') return std::nullopt;
    return PhoneNumber{"+91" + std::string{rest}};
}

}  // namespace ssr
