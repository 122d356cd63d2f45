#include "sheet/xlsx_reader.h"

#include "sheet/sheet_rows.h"
#include "sheet/xlsx_parts.h"

namespace ssr::sheet {

namespace {

// A workbook in memory costs some 150 bytes a cell.
constexpr std::int64_t kMostCellsInMemory = 3'000'000;

}  // namespace

struct XlsxReader::Open {
    Archive archive;
    XlsxLimits limits;
    Contents contents;
    std::vector<CellFormat> formats;
    SharedStrings strings;
};

XlsxReader::XlsxReader(std::unique_ptr<Open> open) : open_{std::move(open)} {}
XlsxReader::XlsxReader(XlsxReader&&) noexcept = default;
XlsxReader& XlsxReader::operator=(XlsxReader&&) noexcept = default;
XlsxReader::~XlsxReader() = default;

Result<XlsxReader, Complaint> XlsxReader::open_file(std::string const& path, XlsxLimits const& limits) {
    return from(Archive::open_file(path, limits), limits);
}

Result<XlsxReader, Complaint> XlsxReader::open_bytes(std::string_view bytes, XlsxLimits const& limits) {
    return from(Archive::open_bytes(bytes, limits), limits);
}

Result<XlsxReader, Complaint> XlsxReader::from(Result<Archive, std::string> archive,
                                               XlsxLimits const& limits) {
    auto const refused = [](std::string const& why) { return Err{Complaint{"", "", why}}; };
    if (!archive) return refused(archive.error());
    auto contents = read_contents(*archive, limits);
    if (!contents) return refused(contents.error());
    auto formats = read_styles(*archive, contents->styles);
    if (!formats) return refused(formats.error());
    auto strings = read_shared_strings(*archive, contents->shared_strings);
    if (!strings) return refused(strings.error());
    return XlsxReader{std::make_unique<Open>(
        Open{std::move(*archive), limits, std::move(*contents), std::move(*formats), std::move(*strings)})};
}

std::vector<std::string> XlsxReader::sheets() const {
    std::vector<std::string> names;
    for (auto const& sheet : open_->contents.sheets) names.push_back(sheet.name);
    return names;
}

bool XlsxReader::dates_from_1904() const { return open_->contents.dates_from_1904; }

std::vector<Complaint> XlsxReader::read(std::string_view sheet,
                                        std::function<bool(Row const&)> const& visit) {
    for (auto const& [name, part] : open_->contents.sheets) {
        if (name != sheet) continue;
        SheetRows rows{{name, open_->strings, open_->formats, open_->limits}, visit};
        auto const read = read_xml(open_->archive, part, rows);
        if (!read && !rows.has_enough) rows.complaints.push_back({name, "", read.error()});
        return rows.complaints;
    }
    return {{std::string{sheet}, "", "There is no sheet of this name."}};
}

Result<Workbook, std::vector<Complaint>> read_workbook(XlsxReader reader) {
    Workbook book{.dates_from_1904 = reader.dates_from_1904()};
    std::vector<Complaint> complaints;
    std::int64_t cells = 0;
    for (auto const& name : reader.sheets()) {
        Sheet sheet{.name = name};
        auto found = reader.read(name, [&](Row const& row) {
            cells += static_cast<std::int64_t>(row.cells.size());
            sheet.rows.push_back(row);
            return cells <= kMostCellsInMemory;
        });
        complaints.insert(complaints.end(), found.begin(), found.end());
        book.sheets.push_back(std::move(sheet));
        if (cells > kMostCellsInMemory)
            complaints.push_back({name, "", "The workbook holds too many cells."});
        if (cells > kMostCellsInMemory) break;
    }
    if (!complaints.empty()) return Err{std::move(complaints)};
    return book;
}

}  // namespace ssr::sheet
