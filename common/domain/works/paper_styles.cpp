#include "domain/works/paper_styles.h"

#include "base/text.h"

namespace ssr::works {

namespace {

constexpr std::size_t kCharactersALine = 85;
constexpr double kLineHeight = 16;

}  // namespace

void write_title(sheet::SheetWriter& sheet, int columns, std::string_view title, std::string_view work_name) {
    using Align = sheet::Style::Align;
    auto const name = "Name of work: " + std::string{work_name};
    sheet.height(1, 24);
    sheet.merge({{1, 1}, {1, columns}}, title, {.align = Align::center, .bold = true, .points = 14});
    // A merged cell does not grow with its text.
    sheet.height(2, kLineHeight * static_cast<double>(utf8_length(name) / kCharactersALine + 1) + 4);
    sheet.merge({{2, 1}, {2, columns}}, name, {.bold = true, .wrapped = true});
}

}  // namespace ssr::works
