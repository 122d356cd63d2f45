#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/archive.h"
#include "sheet/complaint.h"
#include "sheet/workbook.h"

namespace ssr::sheet {

/// Reads .xlsx files of strangers, row by row: a sheet of 100,000 rows needs no more memory than its texts.
/// What is wrong with a file comes as complaints, never as an exception.
class XlsxReader {
public:
    /// Refuses before unpacking what no workbook of ours is: passwords, macros, links to other files, bombs.
    static Result<XlsxReader, Complaint> open_file(std::string const& path, XlsxLimits const& limits = {});
    /// `bytes` outlive the reader.
    static Result<XlsxReader, Complaint> open_bytes(std::string_view bytes, XlsxLimits const& limits = {});
    XlsxReader(XlsxReader&&) noexcept;
    XlsxReader& operator=(XlsxReader&&) noexcept;
    ~XlsxReader();

    std::vector<std::string> sheets() const;
    bool dates_from_1904() const;
    /// Calls `visit` for every row that holds something, from the top, until it says false. Empty: all went
    /// well. At most 100 complaints; a sheet that cannot be read on ends with its complaint.
    std::vector<Complaint> read(std::string_view sheet, std::function<bool(Row const&)> const& visit);

private:
    struct Open;
    explicit XlsxReader(std::unique_ptr<Open> open);
    static Result<XlsxReader, Complaint> from(Result<Archive, std::string> archive, XlsxLimits const& limits);
    std::unique_ptr<Open> open_;
};

/// The whole file in memory, all sheets; meant for books of up to some 100,000 cells.
Result<Workbook, std::vector<Complaint>> read_workbook(XlsxReader reader);

}  // namespace ssr::sheet
