#include "documents/pdf_writer.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <array>
#include <numbers>

#include "base/fault.h"

namespace ssr::documents {

namespace {

constexpr char const* kFamily = "Noto Sans";
constexpr double kPointsPerInch = 72;

struct Colour {
    double red, green, blue;
};

constexpr Colour of_hex(unsigned hex) {
    return {double(hex >> 16) / 255, double(hex >> 8 & 255) / 255, double(hex & 255) / 255};
}

// The colours of the screen's light theme.
Colour colour_of(Ink ink) {
    switch (ink) {
        case Ink::text: return of_hex(0x14201f);
        case Ink::faint: return of_hex(0x4d5b60);
        case Ink::brand: return of_hex(0x0e6170);
        case Ink::marigold: return of_hex(0xf2b01e);
        case Ink::line: return of_hex(0x8b9a9e);
        case Ink::ground: return of_hex(0xeef2f3);
        case Ink::white: return of_hex(0xffffff);
    }
    return of_hex(0);
}

PangoAlignment alignment_of(Align align) {
    switch (align) {
        case Align::left: return PANGO_ALIGN_LEFT;
        case Align::center: return PANGO_ALIGN_CENTER;
        case Align::right: return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

template <auto release>
struct Releases {
    template <class T>
    void operator()(T* held) const {
        release(held);
    }
};
template <class T, auto release>
using Held = std::unique_ptr<T, Releases<release>>;

using Layout = Held<PangoLayout, g_object_unref>;

cairo_status_t append(void* bytes, unsigned char const* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<char const*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

struct PdfWriter::Canvas {
    Canvas()
        : surface{cairo_pdf_surface_create_for_stream(append, &bytes, kWidth, kHeight)},
          cairo{cairo_create(surface.get())},
          pango{pango_cairo_create_context(cairo.get())} {
        pango_cairo_context_set_resolution(pango.get(), kPointsPerInch);
        // Glyphs stand where their outlines say, not where a screen's pixels would be.
        Held<cairo_font_options_t, cairo_font_options_destroy> const options{cairo_font_options_create()};
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        pango_cairo_context_set_font_options(pango.get(), options.get());
    }

    Layout layout(double width, std::string_view text, TextStyle const& style) {
        Layout layout{pango_layout_new(pango.get())};
        Held<PangoFontDescription, pango_font_description_free> const font{pango_font_description_new()};
        pango_font_description_set_family(font.get(), kFamily);
        pango_font_description_set_size(font.get(), pango_units_from_double(style.size));
        pango_font_description_set_weight(font.get(),
                                          style.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), pango_units_from_double(width));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout.get(), alignment_of(style.align));
        pango_layout_set_text(layout.get(), text.data(), int(text.size()));
        return layout;
    }

    void use(Ink ink) {
        auto const [red, green, blue] = colour_of(ink);
        cairo_set_source_rgb(cairo.get(), red, green, blue);
    }

    std::string bytes;
    Held<cairo_surface_t, cairo_surface_destroy> surface;
    Held<cairo_t, cairo_destroy> cairo;
    Held<PangoContext, g_object_unref> pango;
};

namespace {

double height_of_layout(Layout const& layout) {
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return pango_units_to_double(height);
}

}  // namespace

PdfWriter::PdfWriter(std::string const& title, std::string const& author, Instant made_at)
    : canvas_{std::make_unique<Canvas>()} {
    auto* surface = canvas_->surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, to_iso(made_at).c_str());
}

PdfWriter::~PdfWriter() = default;

double PdfWriter::text(Point at, double width, std::string_view text, TextStyle const& style) {
    auto const layout = canvas_->layout(width, text, style);
    canvas_->use(style.ink);
    cairo_move_to(canvas_->cairo.get(), at.x, at.y);
    pango_cairo_show_layout(canvas_->cairo.get(), layout.get());
    return height_of_layout(layout);
}

double PdfWriter::height_of(double width, std::string_view text, TextStyle const& style) {
    return height_of_layout(canvas_->layout(width, text, style));
}

void PdfWriter::line(Point from, Point to, double thickness, Ink ink) {
    auto* cairo = canvas_->cairo.get();
    canvas_->use(ink);
    cairo_set_line_width(cairo, thickness);
    cairo_move_to(cairo, from.x, from.y);
    cairo_line_to(cairo, to.x, to.y);
    cairo_stroke(cairo);
}

void PdfWriter::fill(Area const& area, Ink ink, double corner) {
    auto* cairo = canvas_->cairo.get();
    auto const [x, y, width, height] = area;
    constexpr double kQuarter = std::numbers::pi / 2;
    canvas_->use(ink);
    cairo_new_path(cairo);
    cairo_arc(cairo, x + width - corner, y + corner, corner, -kQuarter, 0);
    cairo_arc(cairo, x + width - corner, y + height - corner, corner, 0, kQuarter);
    cairo_arc(cairo, x + corner, y + height - corner, corner, kQuarter, 2 * kQuarter);
    cairo_arc(cairo, x + corner, y + corner, corner, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

void PdfWriter::new_page() { cairo_show_page(canvas_->cairo.get()); }

std::string PdfWriter::finish() {
    cairo_surface_finish(canvas_->surface.get());
    auto const status = cairo_surface_status(canvas_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS) throw Fault{cairo_status_to_string(status), false};
    return std::move(canvas_->bytes);
}

}  // namespace ssr::documents
