#include <array>
#include <charconv>

#include "sheet/xlsx_parts.h"
#include "sheet/xml.h"

namespace ssr::sheet {

namespace {

// The palette of the old format, which `indexed` colours still mean.
constexpr std::array<std::uint32_t, 64> kPalette{
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000, 0xFFFFFF,
    0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000, 0x000080, 0x808000,
    0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080,
    0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC,
    0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300,
    0x993300, 0x993366, 0x333399, 0x333333};

std::size_t number_of(std::string_view text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Fonts and fills, then the formats that put them together. A colour of the theme is nobody's marker: none.
class Styles final : public XmlVisitor {
public:
    void begin(std::string_view name, XmlAttributes const& attributes) override {
        if (path_ == Path::none) {
            if (name == "fonts") path_ = Path::fonts;
            if (name == "fills") path_ = Path::fills;
            if (name == "cellXfs") path_ = Path::formats;
            if (name == "indexedColors") {
                path_ = Path::palette;
                palette_.clear();
            }
            return;
        }
        if (std::max({fonts_.size(), fills_.size(), formats_.size(), palette_.size()}) > kMost)
            return stop("The workbook has too many styles.");
        inside(name, attributes);
    }
    void end(std::string_view name) override {
        if (name == "fonts" || name == "fills" || name == "cellXfs" || name == "indexedColors")
            path_ = Path::none;
    }
    // Own palettes come after the fonts: colours are told only now.
    std::vector<CellFormat> told() const {
        std::vector<CellFormat> out;
        for (auto const& format : formats_) {
            CellFormat told;
            if (format.font < fonts_.size()) told.font_rgb = rgb(fonts_[format.font]);
            if (format.fill < fills_.size() && fills_[format.fill].is_solid)
                told.fill_rgb = rgb(fills_[format.fill].color);
            out.push_back(told);
        }
        return out;
    }

private:
    static constexpr std::size_t kMost = 65'536;
    enum class Path { none, fonts, fills, formats, palette };
    struct Color {
        std::optional<std::uint32_t> rgb;
        std::optional<std::size_t> indexed;
    };
    struct Fill {
        bool is_solid = false;
        Color color;
    };
    struct Format {
        std::size_t font = 0, fill = 0;
    };

    void inside(std::string_view name, XmlAttributes const& attributes) {
        if (path_ == Path::fonts && name == "font") fonts_.emplace_back();
        if (path_ == Path::fonts && name == "color" && !fonts_.empty()) fonts_.back() = color(attributes);
        if (path_ == Path::fills && name == "fill") fills_.emplace_back();
        if (path_ == Path::fills && name == "patternFill" && !fills_.empty())
            fills_.back().is_solid = attributes["patternType"] == "solid";
        if (path_ == Path::fills && name == "fgColor" && !fills_.empty())
            fills_.back().color = color(attributes);
        if (path_ == Path::formats && name == "xf")
            formats_.push_back({number_of(attributes["fontId"]), number_of(attributes["fillId"])});
        if (path_ == Path::palette && name == "rgbColor")
            palette_.push_back(parse_rgb(attributes["rgb"]).value_or(0));
    }
    static Color color(XmlAttributes const& attributes) {
        Color found{.rgb = parse_rgb(attributes["rgb"])};
        if (!attributes["indexed"].empty()) found.indexed = number_of(attributes["indexed"]);
        return found;
    }
    std::optional<std::uint32_t> rgb(Color const& color) const {
        if (color.rgb || !color.indexed || *color.indexed >= palette_.size()) return color.rgb;
        return palette_[*color.indexed];
    }

    Path path_ = Path::none;
    std::vector<Color> fonts_;
    std::vector<Fill> fills_;
    std::vector<Format> formats_;
    std::vector<std::uint32_t> palette_{kPalette.begin(), kPalette.end()};
};

}  // namespace

std::optional<std::uint32_t> parse_rgb(std::string_view hex) {
    if (hex.size() != 6 && hex.size() != 8) return std::nullopt;
    hex = hex.substr(hex.size() - 6);
    std::uint32_t value = 0;
    if (std::from_chars(hex.data(), hex.data() + 6, value, 16).ptr != hex.data() + 6) return std::nullopt;
    return value;
}

Result<std::vector<CellFormat>, std::string> read_styles(Archive& archive, std::string const& part) {
    Styles styles;
    if (part.empty()) return std::vector<CellFormat>{};
    if (auto const read = read_xml(archive, part, styles); !read) return Err{read.error()};
    return styles.told();
}

}  // namespace ssr::sheet
