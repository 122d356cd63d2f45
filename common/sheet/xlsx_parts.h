#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/archive.h"

namespace ssr::sheet {

/// What the parts of a workbook other than its sheets say.
struct SheetPart {
    std::string name;
    std::string part;  // "xl/worksheets/sheet1.xml"
};

struct Contents {
    std::vector<SheetPart> sheets;       // in the order of their tabs; charts left out
    std::string styles, shared_strings;  // parts; empty: none
    bool dates_from_1904 = false;
};
Result<Contents, std::string> read_contents(Archive& archive, XlsxLimits const& limits);

/// The colours of a cell format.
struct CellFormat {
    std::optional<std::uint32_t> fill_rgb, font_rgb;
};
Result<std::vector<CellFormat>, std::string> read_styles(Archive& archive, std::string const& part);

/// "FFFF0000" or "FF0000": the last six digits.
std::optional<std::uint32_t> parse_rgb(std::string_view hex);

/// Texts that many cells share, one after the other in one piece of memory.
class SharedStrings {
public:
    std::size_t size() const { return ends_.size(); }
    std::string_view text(std::size_t index) const;
    std::optional<std::uint32_t> rgb(
        std::size_t index) const;  // of its first letters, where they have their own
    void add(std::string_view text, std::optional<std::uint32_t> rgb);

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    std::string all_;
    std::vector<std::uint64_t> ends_;
    std::vector<std::uint32_t> rgbs_;
};
Result<SharedStrings, std::string> read_shared_strings(Archive& archive, std::string const& part);

/// "_x000D_" is how workbooks write what XML cannot: decoded.
std::string without_escapes(std::string_view text);

}  // namespace ssr::sheet
