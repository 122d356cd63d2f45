#include "sheet/csv_reader.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace ssr;
using namespace ssr::sheet;

namespace {

/// "a|b;c|d", a row between semicolons; or the complaint.
std::string read(std::string_view text, CsvForm const& form = {}) {
    std::string all;
    auto const done = read_csv(text, form, [&](CsvRow const& row) {
        all += (all.empty() ? "" : ";") + join(row.cells, "|");
        return true;
    });
    return done ? all : done.error().cell + ": " + done.error().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_reader)

BOOST_AUTO_TEST_CASE(files_of_rfc_4180_are_read_as_meant) {
    BOOST_TEST(read("a,b\r\nc,d\r\n") == "a|b;c|d");
    BOOST_TEST(read("a,b\nc,d") == "a|b;c|d");
    BOOST_TEST(read("a,b\rc,d\r") == "a|b;c|d");
    BOOST_TEST(read("\"a,b\",\"c\"\"d\"\n") == "a,b|c\"d");
    BOOST_TEST(read("\"two\nlines\",x\n") == "two\nlines|x");
    BOOST_TEST(read("a,,\n,,\n") == "a||;||");
    BOOST_TEST(read("a,\"\"\n") == "a|");
    BOOST_TEST(read("a,") == "a|");
    BOOST_TEST(read(" a , b \n") == " a | b ");
    BOOST_TEST(read("007,1.10\n") == "007|1.10");
    BOOST_TEST(read("a\n\n\r\nb\n") == "a;b");
    BOOST_TEST(read("a;b\n", {.separator = ';'}) == "a|b");
    BOOST_TEST(read("") == "");
    BOOST_TEST(read("\n") == "");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_part_of_the_first_cell) {
    BOOST_TEST(read("\xEF\xBB\xBF"
                    "code,name\n") == "code|name");
    BOOST_TEST(read("\xEF\xBB\xBF\"code\",name\n") == "code|name");
}

BOOST_AUTO_TEST_CASE(stray_quotes_are_refused_with_their_line) {
    BOOST_TEST(read("a,b\nc,d\"e\n") == "line 2: A quote stands inside a cell that is not in quotes.");
    BOOST_TEST(read("a\n\"b\"c\n") == "line 2: Text follows a closing quote.");
    BOOST_TEST(read("a\n\nb,\"c\nd\ne\n") == "line 3: A quote of this row is never closed.");
}

BOOST_AUTO_TEST_CASE(letters_are_utf8_or_what_the_uploader_says) {
    BOOST_TEST(read("\xE0\xB0\x95,\xE2\x82\xB9\n") == "\xE0\xB0\x95|\xE2\x82\xB9");
    BOOST_TEST(read("a\nb\xE9\n").starts_with("line 2: The file is not in UTF-8."));
    BOOST_TEST(read("\xE9\x80\n", {.charset = Charset::windows_1252}) == "é€");
    BOOST_TEST(read("\xE9\n", {.charset = Charset::latin_1}) == "é");
    BOOST_TEST(read("x\n\x81\n", {.charset = Charset::windows_1252}) ==
               "line 2: The file holds bytes that are no letters of Windows-1252.");
    BOOST_TEST(read("\xED\xA0\x80\n").starts_with("line 1: The file is not in UTF-8."));
}

BOOST_AUTO_TEST_CASE(limits_are_kept) {
    using namespace std::string_literals;
    BOOST_TEST(read("a\nb\0c\n"s) == "line 2: The file holds a NUL byte: it is no text.");
    BOOST_TEST(read(std::string(40'000, 'x')) == "line 1: A cell holds more than 32 kB.");
    BOOST_TEST(read(std::string(2'000, ',')) == "line 1: The row has more than 1024 cells.");
    BOOST_TEST(read("a\nb\nc\n", {.rows = 2}) == "line 3: The file has more than 2 rows.");
}

BOOST_AUTO_TEST_CASE(a_row_knows_the_line_where_it_begins) {
    std::vector<std::int64_t> lines;
    auto const done = read_csv("a\n\"b\nb\"\n\nc\n", {}, [&](CsvRow const& row) {
        lines.push_back(row.line);
        return true;
    });
    BOOST_TEST(bool(done));
    BOOST_TEST(lines == (std::vector<std::int64_t>{1, 2, 5}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pieces_of_any_size_give_the_same_rows) {
    std::string const text =
        "\xEF\xBB\xBF"
        "a,\"b\"\"\r\n,\"\r\n\xE0\xB0\x95,d\r\n";
    for (std::size_t size = 1; size <= text.size(); ++size) {
        std::string all;
        CsvReader reader{{}, [&](CsvRow const& row) {
                             all += join(row.cells, "|") + ";";
                             return true;
                         }};
        for (std::size_t at = 0; at < text.size(); at += size) BOOST_TEST(reader.take(text.substr(at, size)));
        BOOST_TEST(reader.finish());
        BOOST_TEST(all == "a|b\"\r\n,;\xE0\xB0\x95|d;");
    }
}

BOOST_AUTO_TEST_CASE(a_visitor_that_has_enough_ends_the_reading_without_fault) {
    int rows = 0;
    auto const done = read_csv("a\nb\nc\n", {}, [&](CsvRow const&) { return ++rows < 2; });
    BOOST_TEST(bool(done));
    BOOST_TEST(rows == 2);
}

BOOST_AUTO_TEST_SUITE_END()
