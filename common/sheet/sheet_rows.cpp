#include "sheet/sheet_rows.h"

#include <charconv>

#include "base/text.h"
#include "sheet/decimal.h"
#include "sheet/formula.h"

namespace ssr::sheet {

namespace {

constexpr std::size_t kLongestText = 32'767;  // characters; Excel's own limit
constexpr std::size_t kMostComplaints = 100;

std::optional<std::size_t> index_of(std::string_view text) {
    std::size_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

void SheetRows::complain(std::string message) {
    if (complaints.size() == kMostComplaints) return stop("There are more faults of this kind.");
    complaints.push_back({source_.sheet, to_text({row_.number, cell_.column}), std::move(message)});
}

bool SheetRows::is_too_long(std::size_t more) {
    auto const bytes = value_.size() + formula_.size() + inline_text_.text().size() + more;
    if (bytes <= kLongestText * 4) return false;
    stop("The cell " + to_text({row_.number, cell_.column}) + " holds more than 32,767 characters.");
    return true;
}

void SheetRows::begin(std::string_view name, XmlAttributes const& attributes) {
    if (name == "sheetData") is_in_rows_ = true;
    if (!is_in_rows_) return;
    if (is_in_cell_) {
        is_in_value_ = name == "v" || is_in_value_;
        if (name == "f") begin_formula(attributes);
        if (name == "is") is_inline_ = true;
        if (is_inline_) inline_text_.begin(name, attributes);
        return;
    }
    if (name == "row") begin_row(attributes);
    if (name == "c") begin_cell(attributes);
}

void SheetRows::end(std::string_view name) {
    if (name == "sheetData") is_in_rows_ = false;
    if (!is_in_rows_) return;
    if (is_in_cell_) {
        if (is_inline_) inline_text_.end(name);
        if (name == "is") is_inline_ = false;
        if (name == "v") is_in_value_ = false;
        if (name == "f") is_in_formula_ = false;
        if (name == "c") end_cell();
        return;
    }
    if (name != "row" || row_.cells.empty()) return;
    if (!visit_(row_)) {
        has_enough = true;
        stop("enough");
    }
}

void SheetRows::text(std::string_view piece) {
    if (!is_in_cell_ || is_too_long(piece.size())) return;
    if (is_inline_) inline_text_.add(piece);
    if (is_in_value_) value_ += piece;
    if (is_in_formula_) formula_ += piece;
}

// A row without number follows the one before it.
void SheetRows::begin_row(XmlAttributes const& attributes) {
    auto const written = attributes["r"];
    auto const number =
        written.empty() ? std::optional{static_cast<std::size_t>(last_row_ + 1)} : index_of(written);
    if (!number || *number < 1 || *number > static_cast<std::size_t>(source_.limits.rows))
        return stop("The sheet has a row beyond " + std::to_string(source_.limits.rows) + ".");
    if (static_cast<int>(*number) <= last_row_)
        return stop("The file is damaged: its rows are not in order.");
    row_.number = last_row_ = static_cast<int>(*number);
    row_.cells.clear();
    cell_.column = 0;
}

void SheetRows::begin_cell(XmlAttributes const& attributes) {
    auto const written = attributes["r"];
    auto const before = cell_.column;
    cell_ = Cell{.column = before + 1};
    is_in_cell_ = true;
    type_ = attributes["t"];
    value_.clear();
    formula_.clear();
    shared_.reset();
    inline_text_.clear();
    if (!written.empty()) {
        auto const at = parse_address(written);
        if (!at || at->row != row_.number || at->column <= before)
            return stop("The file is damaged: the cell “" + std::string{written} + "” is not in its place.");
        cell_.column = at->column;
    }
    if (cell_.column > source_.limits.columns)
        return stop("The sheet has a column beyond " + column_letters(source_.limits.columns) + ".");
    if (++cells_ > source_.limits.cells) return stop("The sheet holds too many cells.");
    if (auto const style = index_of(attributes["s"]); style && *style < source_.formats.size()) {
        cell_.fill_rgb = source_.formats[*style].fill_rgb;
        cell_.font_rgb = source_.formats[*style].font_rgb;
    }
}

void SheetRows::begin_formula(XmlAttributes const& attributes) {
    is_in_formula_ = true;
    if (attributes["t"] == "shared") shared_ = attributes["si"];
    if (attributes["t"] == "dataTable") complain("The cell belongs to a data table, which is not supported.");
}

void SheetRows::end_cell() {
    is_in_cell_ = is_in_value_ = is_in_formula_ = is_inline_ = false;
    take_value();
    take_formula();
    if (!cell_.is_empty()) row_.cells.push_back(cell_);
}

void SheetRows::take_value() {
    using enum Cell::Kind;
    auto const as = [&](Cell::Kind kind, std::string text) {
        cell_.kind = kind;
        cell_.text = std::move(text);
    };
    if (type_ == "inlineStr") {
        as(Cell::Kind::text, without_escapes(inline_text_.text()));
        if (inline_text_.rgb()) cell_.font_rgb = inline_text_.rgb();
    } else if (type_ == "str") {
        as(Cell::Kind::text, without_escapes(value_));
    } else if (value_.empty()) {
        return;
    } else if (type_ == "s") {
        take_shared_string();
    } else if (type_ == "b") {
        as(boolean, value_ == "1" || value_ == "true" ? "TRUE" : "FALSE");
    } else if (type_ == "e") {
        as(error, value_);
    } else if (type_ == "d") {
        as(Cell::Kind::text, value_);  // a date in words of ISO 8601, which Excel itself never writes
    } else if (!type_.empty() && type_ != "n") {
        complain("The cell is of the unknown kind “" + type_ + "”.");
    } else {
        auto const plain = std::string{trimmed(value_)};
        if (!Decimal::parse(plain)) return complain("“" + plain.substr(0, 40) + "” is not a number.");
        as(number, plain);
    }
    if (cell_.kind == Cell::Kind::text && cell_.text.empty()) cell_.kind = blank;
    if (utf8_length(cell_.text) > kLongestText) complain("The cell holds more than 32,767 characters.");
}

void SheetRows::take_shared_string() {
    auto const index = index_of(value_);
    if (!index || *index >= source_.strings.size())
        return complain("The file is damaged: the text of this cell is missing.");
    cell_.kind = Cell::Kind::text;
    cell_.text = source_.strings.text(*index);
    if (auto const rgb = source_.strings.rgb(*index)) cell_.font_rgb = rgb;
}

// A shared formula is written out where it begins; the cells below it only name it.
void SheetRows::take_formula() {
    cell_.formula = trimmed(formula_);
    if (!shared_) return;
    CellAddress const at{row_.number, cell_.column};
    if (!cell_.formula.empty()) {
        shared_formulas_.insert_or_assign(*shared_, SharedFormula{at, cell_.formula});
        return;
    }
    auto const first = shared_formulas_.find(*shared_);
    if (first == shared_formulas_.end())
        return complain("The file is damaged: the formula of this cell is missing.");
    cell_.formula =
        filled(first->second.text, at.row - first->second.at.row, at.column - first->second.at.column);
}

}  // namespace ssr::sheet
