#include "books.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

#include "domain/datasets/flat_reader.h"
#include "sheet/xlsx_reader.h"

namespace ssr::test {

namespace {

sheet::Sheet& sheet_of(sheet::Workbook& book, std::string_view name) {
    for (auto& each : book.sheets)
        if (each.name == name) return each;
    return book.sheets.emplace_back(sheet::Sheet{.name = std::string{name}});
}

sheet::Cell& cell_of(sheet::Workbook& book, std::string_view sheet, std::string_view at) {
    auto const address = *sheet::parse_address(at);
    auto& rows = sheet_of(book, sheet).rows;
    auto row = std::ranges::lower_bound(rows, address.row, {}, &sheet::Row::number);
    if (row == rows.end() || row->number != address.row)
        row = rows.insert(row, sheet::Row{.number = address.row});
    auto& cells = row->cells;
    auto cell = std::ranges::lower_bound(cells, address.column, {}, &sheet::Cell::column);
    if (cell == cells.end() || cell->column != address.column)
        cell = cells.insert(cell, sheet::Cell{.column = address.column});
    return *cell;
}

}  // namespace

std::string file_bytes(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    BOOST_REQUIRE_MESSAGE(file.good(), "no file " << path);
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string example_bytes() { return file_bytes(SSR_SOURCE_DIR "/sql/seed/rate-book.xlsx"); }
std::string example_rates() { return file_bytes(SSR_SOURCE_DIR "/sql/seed/rates.csv"); }

sheet::Workbook example_book() {
    auto const bytes = example_bytes();
    auto reader = sheet::XlsxReader::open_bytes(bytes);
    BOOST_REQUIRE(bool(reader));
    auto book = sheet::read_workbook(std::move(*reader));
    BOOST_REQUIRE(bool(book));
    return *std::move(book);
}

void put(sheet::Workbook& book, std::string_view sheet, std::string_view at, std::string_view typed) {
    auto& cell = cell_of(book, sheet, at);
    cell.formula.clear();
    cell.text.clear();
    cell.kind = sheet::Cell::Kind::blank;
    if (typed.starts_with('=')) {
        cell.formula = typed.substr(1);
    } else if (!typed.empty()) {
        cell.text = typed;
        cell.kind = sheet::Decimal::parse(typed) ? sheet::Cell::Kind::number : sheet::Cell::Kind::text;
    }
}

void head(sheet::Workbook& book, std::string_view sheet, std::string_view at, std::string_view name) {
    put(book, sheet, at, name);
    auto& cell = cell_of(book, sheet, at);
    cell.kind = sheet::Cell::Kind::text;
    cell.fill_rgb = 0xFFFF00;
    cell.font_rgb = 0xFF0000;
}

void bleach(sheet::Workbook& book, std::string_view sheet, std::string_view at) {
    cell_of(book, sheet, at).fill_rgb.reset();
}

sheet::Workbook book_of_one(std::string_view name) {
    sheet::Workbook book;
    head(book, "Master Datas", "D1", name);
    put(book, "Master Datas", "D2", "Data-1");
    put(book, "Master Datas", "D3", "Wiring of one point in surface conduit, complete and tested.");
    put(book, "Master Datas", "D4", "Labour for 1 point");
    put(book, "Master Datas", "J4", "100");
    put(book, "Groups", "A1", "Item Name");
    put(book, "Groups", "A2", name);
    put(book, "Groups", "B2", "Points");
    put(book, "Groups", "D2", "Pts");
    return book;
}

std::string said(datasets::BookReading const& reading) {
    std::string all;
    for (auto const& [severity, complaint] : reading.findings.all())
        all += std::string{code(severity)} + " " + datasets::to_text(complaint) + "\n";
    return all;
}

std::vector<datasets::BookItem> items_of(datasets::BookReading const& reading) {
    std::vector<datasets::BookItem> items;
    reading.book.items.each([&](datasets::BookItem const& item) { items.push_back(item); });
    return items;
}

datasets::BookItem item_of(datasets::BookReading const& reading, std::string_view name) {
    for (auto const& item : items_of(reading))
        if (item.name == name) return item;
    BOOST_FAIL("no item " << name << "; said was:\n" << said(reading));
    std::abort();
}

datasets::BookReading read_flat(std::string const& csv, datasets::BookForm const& form) {
    return datasets::read_flat_book([csv](auto const& visit) { return sheet::read_csv(csv, {}, visit); },
                                    form);
}

}  // namespace ssr::test
