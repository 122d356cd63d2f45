#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// One line that a person typed: UTF-8, trimmed, blanks collapsed, 1 to `Most` characters, no control
/// characters.
template <int Most>
class ShortText {
public:
    static std::optional<ShortText> parse(std::string_view text);
    std::string const& text() const { return text_; }

private:
    explicit ShortText(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

std::optional<std::string> parse_line(std::string_view text, int most);

template <int Most>
std::optional<ShortText<Most>> ShortText<Most>::parse(std::string_view text) {
    auto line = parse_line(text, Most);
    if (!line) return std::nullopt;
    return ShortText{*std::move(line)};
}

}  // namespace ssr
