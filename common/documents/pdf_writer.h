#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace ssr::documents {

enum class Align { left, center, right };
enum class Ink { text, faint, brand, marigold, line, ground, white };

struct TextStyle {
    double size = 9;  // points
    bool is_bold = false;
    Align align = Align::left;
    Ink ink = Ink::text;
};

/// Where on the page, in points (72 an inch) from its upper left corner.
struct Point {
    double x = 0, y = 0;
};
struct Area {
    double x = 0, y = 0, width = 0, height = 0;
};

/// Writes A4 pages as PDF: text in Noto Sans with every script of India shaped, lines and grounds. The same
/// calls give the same bytes.
class PdfWriter {
public:
    static constexpr double kWidth = 595.28, kHeight = 841.89;

    /// `made_at` stands in the file in place of the moment of writing.
    PdfWriter(std::string const& title, std::string const& author, Instant made_at);
    ~PdfWriter();
    PdfWriter(PdfWriter const&) = delete;
    PdfWriter& operator=(PdfWriter const&) = delete;

    /// Writes text into that width, broken at words where it is longer; returns the height it took.
    double text(Point at, double width, std::string_view text, TextStyle const& style = {});
    /// The height that it would take.
    double height_of(double width, std::string_view text, TextStyle const& style = {});
    void line(Point from, Point to, double thickness = 0.5, Ink ink = Ink::line);
    void fill(Area const& area, Ink ink, double corner = 0);
    void new_page();

    /// The whole file; nothing can be written after it.
    std::string finish();

private:
    struct Canvas;
    std::unique_ptr<Canvas> canvas_;
};

}  // namespace ssr::documents
