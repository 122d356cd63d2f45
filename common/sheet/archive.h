#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ssr::sheet {

/// What a workbook may hold. Beyond it the file is refused before or while it is unpacked.
struct XlsxLimits {
    int entries = 200;
    std::int64_t unpacked_bytes = 100 << 20;  // of all parts together; datasets allow 1 GB
    int ratio = 100;                          // unpacked to packed, of parts of more than 1 MB
    int rows = 1'048'576;
    int columns = 1'024;
    std::int64_t cells = 20'000'000;
    int sheets = 100;
};

/// The zip file that a workbook is. Everything that can be told from its list of parts is checked when it is
/// opened: counts, sizes, names, passwords, macros, links to other files. Errors are sentences for the user.
class Archive {
public:
    static Result<Archive, std::string> open_file(std::string const& path, XlsxLimits const& limits);
    /// `bytes` outlive the archive.
    static Result<Archive, std::string> open_bytes(std::string_view bytes, XlsxLimits const& limits);
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    bool has(std::string const& part) const;
    /// Unpacks a part piece by piece until `take` says false.
    Result<Done, std::string> read(std::string const& part,
                                   std::function<bool(std::string_view)> const& take);

private:
    struct Open;
    explicit Archive(std::unique_ptr<Open> open);
    static Result<Archive, std::string> open(std::unique_ptr<Open> open, void* source);
    std::unique_ptr<Open> open_;
};

}  // namespace ssr::sheet
