#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ssr {

/// Some lines that a person typed: UTF-8, each line trimmed and its blanks collapsed, 1 to `Most` characters,
/// no control characters but the line ends, which are "\n".
template <int Most>
class LongText {
public:
    static std::optional<LongText> parse(std::string_view text);
    std::string const& text() const { return text_; }

private:
    explicit LongText(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

std::optional<std::string> parse_lines(std::string_view text, int most);

template <int Most>
std::optional<LongText<Most>> LongText<Most>::parse(std::string_view text) {
    auto lines = parse_lines(text, Most);
    if (!lines) return std::nullopt;
    return LongText{*std::move(lines)};
}

}  // namespace ssr
