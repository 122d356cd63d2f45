#include "documents/exif.h"

#include <cstdint>
#include <optional>

namespace ssr::documents {

namespace {

constexpr int kUpright = 1;
constexpr std::uint16_t kOrientationTag = 0x0112;

/// Bytes in one of the two orders of TIFF; nothing beyond their end.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_{bytes}, is_little_{bytes.starts_with("II")} {}

    std::optional<std::uint32_t> number(std::size_t at, std::size_t width) const {
        if (at > bytes_.size() || bytes_.size() - at < width) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < width; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes_[at + (is_little_ ? width - 1 - i : i)]);
        return value;
    }

private:
    std::string_view bytes_;
    bool is_little_;
};

int orientation_in(std::string_view tiff_bytes) {
    if (!tiff_bytes.starts_with("II") && !tiff_bytes.starts_with("MM")) return kUpright;
    Tiff const tiff{tiff_bytes};
    auto const directory = tiff.number(4, 4);
    auto const count = directory ? tiff.number(*directory, 2) : std::nullopt;
    for (std::uint32_t i = 0; count && i < *count; ++i) {
        auto const entry = std::size_t{*directory} + 2 + std::size_t{12} * i;
        auto const tag = tiff.number(entry, 2);
        if (!tag) return kUpright;
        if (*tag != kOrientationTag) continue;
        auto const value = tiff.number(entry + 8, 2).value_or(kUpright);
        return value >= 1 && value <= 8 ? int(value) : kUpright;
    }
    return kUpright;
}

}  // namespace

int orientation_of(std::string_view jpeg) {
    auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(jpeg[at]); };
    // Segments follow each other from the third byte: FF, kind, length of two bytes with itself.
    for (std::size_t at = 2; at + 4 <= jpeg.size() && byte(at) == 0xff && byte(at + 1) != 0xda;) {
        auto const length = std::size_t{byte(at + 2)} << 8 | byte(at + 3);
        auto const segment = jpeg.substr(at + 4, length < 2 ? 0 : length - 2);
        if (byte(at + 1) == 0xe1 && segment.starts_with(std::string_view{"Exif\0\0", 6}))
            return orientation_in(segment.substr(6));
        at += 2 + length;
    }
    return kUpright;
}

}  // namespace ssr::documents
