#include "values/long_text.h"

#include "base/text.h"

namespace ssr {

std::optional<std::string> parse_lines(std::string_view text, int most) {
    if (!is_utf8(text) || has_control_characters(text)) return std::nullopt;
    std::string lines;
    for (auto const line : split(trimmed(text), '\n')) lines += collapsed(line) + "\n";
    while (lines.ends_with('\n')) lines.pop_back();
    if (lines.empty() || utf8_length(lines) > static_cast<std::size_t>(most)) return std::nullopt;
    return lines;
}

}  // namespace ssr
