#include "sheet/xlsx_writer.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cstdlib>
#include <map>
#include <vector>

#include "base/fault.h"
#include "base/text.h"

namespace ssr::sheet {

namespace {

// Lakhs and crores: Excel knows no such grouping, but formats by size (work-modules 7.6).
constexpr char kMoney[] = R"([>=10000000]##\,##\,##\,##0.00;[>=100000]##\,##\,##0.00;##,##0.00)";
constexpr std::uint8_t kA4 = 9;

void require(bool holds, char const* what) {
    if (!holds) throw Fault{std::string{"a workbook cannot hold "} + what, false};
}

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw Fault{std::string{"the workbook: "} + lxw_strerror(error), false};
}

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row - 1); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column - 1); }

// The one place where a figure becomes a double: Excel's own numbers are doubles, and this one is the nearest
// to the decimal that was printed. The library writes it with 16 digits, which give a figure of up to 15 back
// as it was.
double nearest(Decimal const& value) { return std::strtod(value.text().c_str(), nullptr); }

/// Formats are made once for each style in use.
class Formats {
public:
    explicit Formats(lxw_workbook* book) : book_{book} {}

    lxw_format* of(Style const& style) {
        auto& known = known_[style];
        if (!known) known = made(style);
        return known;
    }

private:
    lxw_format* made(Style const& style) {
        auto* const format = workbook_add_format(book_);
        require(format, "so many styles");
        format_set_font_name(format, "Times New Roman");
        format_set_font_size(format, style.points);
        if (style.bold) format_set_bold(format);
        if (style.italic) format_set_italic(format);
        if (style.underlined) format_set_underline(format, LXW_UNDERLINE_SINGLE);
        if (style.wrapped) format_set_text_wrap(format);
        format_set_align(format, style.wrapped ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
        if (style.bordered) format_set_border(format, LXW_BORDER_THIN);
        if (style.number == Style::Number::money) format_set_num_format(format, kMoney);
        if (style.align != Style::Align::natural) format_set_align(format, alignment(style.align));
        if (style.fill_rgb) {
            format_set_pattern(format, LXW_PATTERN_SOLID);
            format_set_bg_color(format, *style.fill_rgb);
        }
        if (style.font_rgb) format_set_font_color(format, *style.font_rgb);
        return format;
    }
    static std::uint8_t alignment(Style::Align align) {
        switch (align) {
            case Style::Align::left: return LXW_ALIGN_LEFT;
            case Style::Align::center: return LXW_ALIGN_CENTER;
            case Style::Align::right: return LXW_ALIGN_RIGHT;
            case Style::Align::natural: break;
        }
        return LXW_ALIGN_NONE;
    }

    lxw_workbook* book_;
    std::map<Style, lxw_format*> known_;
};

/// A file in memory that has a name, since the library writes to names only.
class MemoryFile {
public:
    MemoryFile() : number_{memfd_create("workbook", MFD_CLOEXEC)} {
        if (number_ < 0) throw Fault{"no memory for a workbook", true};
    }
    ~MemoryFile() { close(number_); }
    MemoryFile(MemoryFile const&) = delete;
    MemoryFile& operator=(MemoryFile const&) = delete;

    std::string name() const { return "/proc/self/fd/" + std::to_string(number_); }
    std::string content() const {
        std::string all(static_cast<std::size_t>(lseek(number_, 0, SEEK_END)), '\0');
        std::size_t at = 0;
        while (at < all.size()) {
            auto const got = pread(number_, all.data() + at, all.size() - at, static_cast<off_t>(at));
            if (got <= 0) throw Fault{"a workbook in memory cannot be read", false};
            at += static_cast<std::size_t>(got);
        }
        return all;
    }

private:
    int number_;
};

std::string as_text(std::string_view text) {
    require(is_utf8(text), "a text that is not UTF-8");
    require(utf8_length(text) <= 32'767, "a text of more than 32,767 characters");
    return std::string{text};
}

std::string as_formula(std::string_view formula) {
    require(is_utf8(formula) && formula.size() <= 8'192, "a formula of that length");
    return std::string{formula.starts_with('=') ? "" : "="} + std::string{formula};
}

}  // namespace

struct SheetWriter::Open {
    lxw_worksheet* sheet;
    Formats& formats;
};

struct XlsxWriter::Open {
    ~Open() {
        if (book) lxw_workbook_free(book);
    }
    MemoryFile file;
    std::string name = file.name();
    lxw_workbook* book = workbook_new(name.c_str());
    Formats formats{book};
};

SheetWriter::SheetWriter(std::unique_ptr<Open> open) : open_{std::move(open)} {}
SheetWriter::SheetWriter(SheetWriter&&) noexcept = default;
SheetWriter::~SheetWriter() = default;

void SheetWriter::width(int column, double characters) {
    check(worksheet_set_column(open_->sheet, column_of(column), column_of(column), characters, nullptr));
}

void SheetWriter::height(int row, double points) {
    check(worksheet_set_row(open_->sheet, row_of(row), points, nullptr));
}

void SheetWriter::hide_row(int row) {
    lxw_row_col_options hidden{};
    hidden.hidden = LXW_TRUE;
    check(worksheet_set_row_opt(open_->sheet, row_of(row), LXW_DEF_ROW_HEIGHT, nullptr, &hidden));
}

void SheetWriter::text(CellAddress at, std::string_view text, Style const& style) {
    if (text.empty()) return blank(at, style);
    check(worksheet_write_string(open_->sheet, row_of(at.row), column_of(at.column), as_text(text).c_str(),
                                 open_->formats.of(style)));
}

void SheetWriter::number(CellAddress at, Decimal const& value, Style const& style) {
    check(worksheet_write_number(open_->sheet, row_of(at.row), column_of(at.column), nearest(value),
                                 open_->formats.of(style)));
}

void SheetWriter::formula(CellAddress at, std::string_view formula, Decimal const& value,
                          Style const& style) {
    check(worksheet_write_formula_num(open_->sheet, row_of(at.row), column_of(at.column),
                                      as_formula(formula).c_str(), open_->formats.of(style), nearest(value)));
}

void SheetWriter::formula(CellAddress at, std::string_view formula, std::string_view value,
                          Style const& style) {
    check(worksheet_write_formula_str(open_->sheet, row_of(at.row), column_of(at.column),
                                      as_formula(formula).c_str(), open_->formats.of(style),
                                      as_text(value).c_str()));
}

void SheetWriter::blank(CellAddress at, Style const& style) {
    check(
        worksheet_write_blank(open_->sheet, row_of(at.row), column_of(at.column), open_->formats.of(style)));
}

void SheetWriter::merge(CellRange cells, std::string_view text, Style const& style) {
    if (cells.first == cells.last) return this->text(cells.first, text, style);
    check(worksheet_merge_range(open_->sheet, row_of(cells.first.row), column_of(cells.first.column),
                                row_of(cells.last.row), column_of(cells.last.column), as_text(text).c_str(),
                                open_->formats.of(style)));
}

XlsxWriter::XlsxWriter(Instant made_at) : open_{std::make_unique<Open>()} {
    if (!open_->book) throw Fault{"no memory for a workbook", true};
    lxw_doc_properties properties{};
    properties.created = made_at.time_since_epoch().count();
    check(workbook_set_properties(open_->book, &properties));
}

XlsxWriter::~XlsxWriter() = default;

SheetWriter& XlsxWriter::add_sheet(std::string_view name, Page const& page) {
    std::string const known{name};
    check(workbook_validate_sheet_name(open_->book, known.c_str()));
    auto* const sheet = workbook_add_worksheet(open_->book, known.c_str());
    require(sheet, "another sheet");
    worksheet_set_paper(sheet, kA4);
    if (page.is_landscape) worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.75);
    worksheet_center_horizontally(sheet);
    check(worksheet_set_footer(sheet, "&C&\"Times New Roman,Regular\"&9Page &P of &N"));
    if (page.repeated)
        check(worksheet_repeat_rows(sheet, row_of(page.repeated->first), row_of(page.repeated->last)));
    sheets_.push_back(
        SheetWriter{std::make_unique<SheetWriter::Open>(SheetWriter::Open{sheet, open_->formats})});
    return sheets_.back();
}

std::string XlsxWriter::bytes() {
    require(!sheets_.empty(), "no sheets at all");
    // Closing frees the workbook, whatever comes of it.
    check(workbook_close(std::exchange(open_->book, nullptr)));
    return open_->file.content();
}

}  // namespace ssr::sheet
