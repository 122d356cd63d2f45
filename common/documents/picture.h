#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ssr::documents {

inline constexpr std::size_t kLargestPicture = 4 * 1024 * 1024;  // bytes
inline constexpr int kMostPixels = 24'000'000;

/// A JPEG or PNG of a stranger as a square JPEG of `side` pixels: its middle, upright, made of pixels alone,
/// so that nothing that the file said besides is in it. Nothing where it is no such picture, is damaged, or
/// is larger than the limits above; both are read from its head before any pixel is.
std::optional<std::string> square_picture(std::string_view bytes, int side);

}  // namespace ssr::documents
