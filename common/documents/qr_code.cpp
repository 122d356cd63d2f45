#include "documents/qr_code.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace ssr::documents {

namespace {

constexpr int kQuietZone = 4;  // modules around the code, as the standard asks

}  // namespace

std::string qr_svg(std::string_view text) {
    std::unique_ptr<QRcode, void (*)(QRcode*)> const code{
        QRcode_encodeString8bit(std::string{text}.c_str(), 0, QR_ECLEVEL_M), QRcode_free};
    if (!code) throw std::logic_error{"the text does not fit a QR code"};
    std::string path;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                path +=
                    "M" + std::to_string(x + kQuietZone) + " " + std::to_string(y + kQuietZone) + "h1v1h-1z";
    auto const side = std::to_string(code->width + 2 * kQuietZone);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
           "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "h-" +
           side + "z\"/><path d=\"" + path + "\"/></svg>";
}

}  // namespace ssr::documents
