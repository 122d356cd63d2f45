#pragma once

#include <string>
#include <string_view>

namespace ssr::documents {

/// A QR code of the text (at most 1 kB), with its quiet zone, as an SVG image: dark on white in every theme,
/// as cameras need it.
std::string qr_svg(std::string_view text);

}  // namespace ssr::documents
