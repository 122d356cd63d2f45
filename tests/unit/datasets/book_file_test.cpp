#include "domain/datasets/book_file.h"

#include <fstream>
#include <random>

#include <boost/test/unit_test.hpp>

#include "base/fault.h"
#include "books.h"
#include "domain/datasets/book_reader.h"
#include "support/folder.h"

using namespace ssr;
using namespace ssr::datasets;
using namespace ssr::test;

namespace {

std::string noise(std::mt19937& random, std::size_t length) {
    std::string bytes(length, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

sheet::Cell& any_cell(sheet::Workbook& book, std::mt19937& random) {
    auto& rows = book.sheets[random() % book.sheets.size()].rows;
    auto& cells = rows[random() % rows.size()].cells;
    return cells[random() % cells.size()];
}

// Formulas, texts, numbers, kinds and colours that no book has.
void spoil(sheet::Cell& cell, std::mt19937& random) {
    static constexpr char const* kOdd[] = {"J1",         "SUM(A1:J200)", "1/0",     "ROUND(J9,99)",
                                           "SUM(",       "Groups!A2",    "J9%%%%%", "-",
                                           "$J$1048576", "1E300*1E300",  "#REF!",   "A1:B2"};
    switch (random() % 6) {
        case 0: cell.formula = kOdd[random() % std::size(kOdd)]; break;
        case 1: cell.formula = noise(random, random() % 30); break;
        case 2: cell.text = noise(random, random() % 30); break;
        case 3: cell.kind = static_cast<sheet::Cell::Kind>(random() % 5); break;
        case 4: cell.fill_rgb = 0xFFFF00, cell.font_rgb = 0xFF0000; break;
        default: cell.fill_rgb.reset(), cell.text.clear(), cell.formula.clear(); break;
    }
}

BookReading read_bytes(std::string_view bytes) {
    test::Folder const folder;
    std::ofstream{folder.path("book"), std::ios::binary} << bytes;
    return read_book_file(folder.path("book"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(book_file)

BOOST_AUTO_TEST_CASE(workbooks_and_csv_are_told_apart_by_their_bytes) {
    BOOST_TEST(said(read_bytes(example_bytes())) == "");
    BOOST_TEST(said(read_bytes(example_rates())) == "");
    BOOST_TEST(read_bytes(example_rates()).book.has_own_codes);
    BOOST_TEST(!read_bytes(example_bytes()).book.has_own_codes);
    BOOST_TEST(said(read_book_file("/no/such/file")) == "error The file cannot be opened.\n");
}

BOOST_AUTO_TEST_CASE(items_of_a_flat_file_are_those_that_were_checked_or_none) {
    test::Folder const folder;
    auto const path = folder.path("book.csv");
    std::ofstream{path} << example_rates();
    auto const reading = read_book_file(path);
    BOOST_TEST(items_of(reading).size() == reading.book.items.size());
    std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + std::chrono::seconds{1});
    BOOST_CHECK_THROW(items_of(reading), Fault);
}

BOOST_AUTO_TEST_CASE(an_old_or_a_locked_workbook_is_refused_in_words) {
    BOOST_TEST(said(read_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) ==
               "error This is an .xls file or one with a password; save it as .xlsx without.\n");
}

BOOST_AUTO_TEST_CASE(half_a_file_and_noise_are_refused_and_do_no_harm) {
    std::mt19937 random{20261127};
    auto const whole = example_bytes();
    for (int turn = 0; turn < 60; ++turn) {
        BOOST_TEST(read_bytes(noise(random, 1 + random() % 400)).findings.has_errors());
        BOOST_TEST(read_bytes("PK\x03\x04" + noise(random, random() % 400)).findings.has_errors());
        BOOST_TEST(
            read_bytes(std::string_view{whole}.substr(0, random() % whole.size())).findings.has_errors());
        auto flipped = whole;
        for (int count = 0; count < 3; ++count)
            flipped[random() % whole.size()] ^= static_cast<char>(1 + random() % 255);
        read_bytes(flipped);
    }
}

BOOST_AUTO_TEST_CASE(a_spoilt_book_is_read_or_refused_by_cell_and_does_no_harm) {
    std::mt19937 random{42};
    auto const whole = example_book();
    for (int turn = 0; turn < 50; ++turn) {
        auto book = whole;
        for (auto count = 1 + random() % 8; count > 0; --count) spoil(any_cell(book, random), random);
        auto const reading = read_rate_book(book);
        for (auto const& error : reading.findings.errors()) BOOST_TEST(!error.cell.empty(), error.message);
        if (reading.findings.has_errors()) continue;
        for (auto const& item : items_of(reading)) {
            for (auto const policy : kPolicies) BOOST_TEST(item.rates.of(policy).paise() > 0);
            BOOST_TEST((analysis_book_from(to_json(item.analysis)) == item.analysis));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
