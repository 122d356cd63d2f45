#include "values/short_text.h"

#include "base/text.h"

namespace ssr {

std::optional<std::string> parse_line(std::string_view text, int most) {
    if (!is_utf8(text) || has_control_characters(text)) return std::nullopt;
    auto line = collapsed(text);
    if (line.empty() || utf8_length(line) > static_cast<std::size_t>(most)) return std::nullopt;
    return line;
}

}  // namespace ssr
