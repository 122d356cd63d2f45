#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "sheet/cell_address.h"
#include "sheet/decimal.h"
#include "sheet/formula.h"

namespace ssr::sheet {

/// How a cell looks; Times New Roman throughout.
struct Style {
    enum class Number {
        general,
        money,     // two decimals, grouped as in India: 12,34,567.00
        quantity,  // no decimals that are not there: 180.25, 42
    };
    enum class Align { natural, left, center, right };
    Number number = Number::general;
    Align align = Align::natural;
    bool bold = false;
    bool italic = false;
    bool underlined = false;
    bool wrapped = false;  // and at the top of its row
    bool bordered = true;  // thin, on four sides
    int points = 11;
    std::optional<std::uint32_t> fill_rgb;  // 0xFFFF00
    std::optional<std::uint32_t> font_rgb;
    auto operator<=>(Style const&) const = default;
};

/// A sheet on paper: A4, one page wide, "Page 1 of 2" at the foot.
struct Page {
    bool is_landscape = false;
    std::optional<RowRange> repeated;  // rows at the head of every page
};

/// One sheet. Cells may come in any order. A text that begins with = + - @ stays a text.
class SheetWriter {
public:
    void width(int column, double characters);
    void height(int row, double points);  // by default as the text needs
    void hide_row(int row);

    void text(CellAddress at, std::string_view text, Style const& style = {});
    void number(CellAddress at, Decimal const& value, Style const& style = {});
    /// `formula` with or without "="; `value` is what it comes to, for phones and previewers, which do not
    /// calculate.
    void formula(CellAddress at, std::string_view formula, Decimal const& value, Style const& style = {});
    void formula(CellAddress at, std::string_view formula, std::string_view value, Style const& style = {});
    void blank(CellAddress at, Style const& style = {});
    /// One cell over the range. A number or a formula may be written into its first cell afterwards.
    void merge(CellRange cells, std::string_view text, Style const& style = {});

private:
    friend class XlsxWriter;
    struct Open;
    explicit SheetWriter(std::unique_ptr<Open> open);

public:
    SheetWriter(SheetWriter&&) noexcept;
    ~SheetWriter();

private:
    std::unique_ptr<Open> open_;
};

/// A new workbook, in the memory of one file. Throws Fault for what no workbook can hold (a text of more than
/// 32,767 characters or not UTF-8, a second sheet of the same name): callers keep their texts within that.
class XlsxWriter {
public:
    /// `made_at` stands among the file's properties.
    explicit XlsxWriter(Instant made_at);
    ~XlsxWriter();
    XlsxWriter(XlsxWriter const&) = delete;
    XlsxWriter& operator=(XlsxWriter const&) = delete;

    /// Sheets stand in the order of these calls; the first is the one that opens. At most 31 characters, none
    /// of
    /// []:*?/\. The reference is good until bytes().
    SheetWriter& add_sheet(std::string_view name, Page const& page = {});
    /// The file. Ends the writing: nothing can be added.
    std::string bytes();

private:
    struct Open;
    std::unique_ptr<Open> open_;
    std::deque<SheetWriter> sheets_;
};

}  // namespace ssr::sheet
