#include "documents/picture.h"

#include <cairo.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

#include "documents/exif.h"

namespace ssr::documents {

namespace {

constexpr int kJpegQuality = 85;

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
using Jpeg = std::unique_ptr<void, int (*)(tjhandle)>;

Surface owned(cairo_surface_t* surface) { return {surface, cairo_surface_destroy}; }
bool is_good(Surface const& surface) { return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS; }

unsigned char const* data_of(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

bool is_of_our_size(std::int64_t width, std::int64_t height) {
    return width > 0 && height > 0 && width <= kMostPixels && height <= kMostPixels / width;
}

/// Pixels, and how they are to be turned.
struct Picture {
    Surface surface;
    int orientation = 1;
};

std::optional<Picture> read_jpeg(std::string_view bytes) {
    Jpeg const jpeg{tjInitDecompress(), tjDestroy};
    int width = 0, height = 0, sampling = 0, colours = 0;
    if (!jpeg ||
        tjDecompressHeader3(jpeg.get(), data_of(bytes), bytes.size(), &width, &height, &sampling, &colours) !=
            0 ||
        !is_of_our_size(width, height))
        return std::nullopt;
    auto surface = owned(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    if (!is_good(surface)) return std::nullopt;
    cairo_surface_flush(surface.get());
    // A warning is a picture that ends too early, or has strange bytes between: we take whole ones only.
    if (tjDecompress2(jpeg.get(), data_of(bytes), bytes.size(), cairo_image_surface_get_data(surface.get()),
                      width, cairo_image_surface_get_stride(surface.get()), height, TJPF_BGRX, 0) != 0)
        return std::nullopt;
    cairo_surface_mark_dirty(surface.get());
    return Picture{std::move(surface), orientation_of(bytes)};
}

cairo_status_t next_bytes(void* closure, unsigned char* into, unsigned length) {
    auto& rest = *static_cast<std::string_view*>(closure);
    if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(into, rest.data(), length);
    rest.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

std::optional<Picture> read_png(std::string_view bytes) {
    constexpr std::size_t kHead = 24;  // signature, and IHDR as far as its width and height
    if (bytes.size() < kHead || bytes.substr(12, 4) != "IHDR") return std::nullopt;
    auto const number = [&](std::size_t at) {
        std::int64_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | data_of(bytes)[i];
        return value;
    };
    if (!is_of_our_size(number(16), number(20))) return std::nullopt;
    auto surface = owned(cairo_image_surface_create_from_png_stream(next_bytes, &bytes));
    if (!is_good(surface)) return std::nullopt;
    return Picture{std::move(surface)};
}

// Turns the plane so that a picture drawn from its middle stands upright: EXIF's eight ways.
void turn(cairo_t* plane, int orientation) {
    constexpr double kQuarter = 1.5707963267948966;
    constexpr int kTurns[] = {0, 0, 2, 2, 3, 1, 1, 3};
    bool const is_mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    cairo_rotate(plane, kQuarter * kTurns[orientation - 1]);
    if (is_mirrored) cairo_scale(plane, -1, 1);
}

Surface middle_of(Picture const& picture, int side) {
    auto square = owned(cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side));
    std::unique_ptr<cairo_t, void (*)(cairo_t*)> const plane{cairo_create(square.get()), cairo_destroy};
    auto const width = cairo_image_surface_get_width(picture.surface.get());
    auto const height = cairo_image_surface_get_height(picture.surface.get());
    auto const scale = double(side) / std::min(width, height);
    cairo_set_source_rgb(plane.get(), 1, 1, 1);  // under what is transparent
    cairo_paint(plane.get());
    cairo_translate(plane.get(), side / 2.0, side / 2.0);
    turn(plane.get(), picture.orientation);
    cairo_scale(plane.get(), scale, scale);
    cairo_set_source_surface(plane.get(), picture.surface.get(), -width / 2.0, -height / 2.0);
    cairo_pattern_set_filter(cairo_get_source(plane.get()), CAIRO_FILTER_BEST);
    cairo_paint(plane.get());
    return square;
}

std::string written(Surface const& square, int side) {
    cairo_surface_flush(square.get());
    Jpeg const jpeg{tjInitCompress(), tjDestroy};
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    bool const is_written = jpeg && tjCompress2(jpeg.get(), cairo_image_surface_get_data(square.get()), side,
                                                cairo_image_surface_get_stride(square.get()), side, TJPF_BGRX,
                                                &bytes, &length, TJSAMP_420, kJpegQuality, 0) == 0;
    std::unique_ptr<unsigned char, void (*)(unsigned char*)> const kept{bytes, tjFree};
    if (!is_written) throw std::runtime_error{"a picture could not be written"};
    return {reinterpret_cast<char*>(bytes), length};
}

}  // namespace

std::optional<std::string> square_picture(std::string_view bytes, int side) {
    if (bytes.size() > kLargestPicture) return std::nullopt;
    auto const picture = bytes.starts_with("\xff\xd8\xff")        ? read_jpeg(bytes)
                         : bytes.starts_with("\x89PNG\r\n\x1a\n") ? read_png(bytes)
                                                                  : std::nullopt;
    if (!picture) return std::nullopt;
    return written(middle_of(*picture, side), side);
}

}  // namespace ssr::documents
