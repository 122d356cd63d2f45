#include "domain/datasets/book_file.h"

#include <filesystem>
#include <fstream>

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

std::string beginning_of(std::string const& path) {
    std::string bytes(4, '\0');
    std::ifstream file{path, std::ios::binary};
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

// The rows are read more than once: what is stored has to be what was checked.
FlatRows rows_of(std::string const& path) {
    auto const written = [path] {
        std::error_code none;
        return std::filesystem::last_write_time(path, none);
    };
    return [path, written, before = written()](auto const& visit) -> Result<Done, sheet::Complaint> {
        auto read = sheet::read_csv_file(path, {}, visit);
        if (written() == before) return read;
        return Err{sheet::Complaint{"", "", "The file was changed while it was read."}};
    };
}

}  // namespace

BookReading read_book_file(std::string const& path, BookForm const& form) {
    auto const bytes = beginning_of(path);
    if (bytes.starts_with(kOldExcel))
        return refused({{"", "", "This is an .xls file or one with a password; save it as .xlsx without."}});
    if (!bytes.starts_with(kZip)) return read_flat_book(rows_of(path), form);
    auto reader = sheet::XlsxReader::open_file(path);
    if (!reader) return refused({reader.error()});
    auto const workbook = sheet::read_workbook(std::move(*reader));
    if (!workbook) return refused(workbook.error());
    return read_rate_book(*workbook, form);
}

}  // namespace ssr::datasets
