#include "sheet/rich_text.h"

#include "sheet/xlsx_parts.h"

namespace ssr::sheet {

void RichText::begin(std::string_view name, XmlAttributes const& attributes) {
    if (name == "t") is_in_text_ = true;
    if (name == "rPh") is_spoken_ = true;
    if (name == "rPr") is_in_run_properties_ = true;
    if (name == "color" && is_in_run_properties_ && text_.empty()) rgb_ = parse_rgb(attributes["rgb"]);
}

void RichText::end(std::string_view name) {
    if (name == "t") is_in_text_ = false;
    if (name == "rPh") is_spoken_ = false;
    if (name == "rPr") is_in_run_properties_ = false;
}

}  // namespace ssr::sheet
