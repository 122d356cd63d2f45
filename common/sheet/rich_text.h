#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sheet/xml.h"

namespace ssr::sheet {

/// Puts together a text out of its runs, as shared strings and inline strings hold it: <t>, or
/// <r><rPr/><t/></r>; how it is spoken (<rPh>) is left out.
class RichText {
public:
    void clear() { *this = RichText{}; }
    void begin(std::string_view name, XmlAttributes const& attributes);
    void end(std::string_view name);
    void add(std::string_view piece) {
        if (is_in_text_ && !is_spoken_) text_ += piece;
    }

    std::string const& text() const { return text_; }
    std::optional<std::uint32_t> rgb() const { return rgb_; }  // of the first run

private:
    std::string text_;
    std::optional<std::uint32_t> rgb_;
    bool is_in_text_ = false, is_spoken_ = false, is_in_run_properties_ = false;
};

}  // namespace ssr::sheet
