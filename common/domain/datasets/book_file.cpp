#include "domain/datasets/book_file.h"

#include "domain/datasets/book_reader.h"
#include "domain/datasets/flat_reader.h"
#include "sheet/xlsx_reader.h"

namespace ssr::datasets {

namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOldExcel = "\xD0\xCF\x11\xE0";  // also what a password makes of a new one

BookReading refused(std::vector<sheet::Complaint> complaints) {
    BookReading none;
    for (auto& each : complaints) none.findings.error(std::move(each));
    return none;
}

}  // namespace

BookReading read_book_file(std::string_view bytes, BookForm const& form) {
    if (bytes.starts_with(kOldExcel))
        return refused({{"", "", "This is an .xls file or one with a password; save it as .xlsx without."}});
    if (!bytes.starts_with(kZip)) return read_flat_book(bytes, form);
    auto reader = sheet::XlsxReader::open_bytes(bytes);
    if (!reader) return refused({reader.error()});
    auto const workbook = sheet::read_workbook(std::move(*reader));
    if (!workbook) return refused(workbook.error());
    return read_rate_book(*workbook, form);
}

}  // namespace ssr::datasets
