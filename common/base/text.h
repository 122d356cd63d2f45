#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ssr {

std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);  // ASCII only
std::string upper(std::string_view text);  // ASCII only
std::vector<std::string_view> split(std::string_view text, char at);
std::string join(std::vector<std::string> const& parts, std::string_view between);
/// Runs of white space become one blank; ends trimmed.
std::string collapsed(std::string_view text);
/// At most so many bytes from its beginning, and no part of a character.
std::string_view cut(std::string_view text, std::size_t most);
bool is_utf8(std::string_view text);
/// Control characters other than tab and newline; NUL among them.
bool has_control_characters(std::string_view text);
std::size_t utf8_length(std::string_view text);
std::string to_hex(std::string_view bytes);
std::string from_hex(std::string_view hex);  // empty where it is not hex
std::string to_base64(std::string_view bytes);
std::string url_encoded(std::string_view text);

}  // namespace ssr
