#include "sheet/archive.h"

#include <zip.h>

#include <array>
#include <fstream>
#include <set>

#include "base/text.h"

namespace ssr::sheet {

namespace {

constexpr std::int64_t kSmallPart = 1 << 20;  // too small to hurt, whatever its ratio

std::string const kNotAWorkbook = "This is not an Excel workbook (.xlsx).";
std::string const kDamaged = "The file is damaged: it cannot be unpacked.";
std::string const kOldOrLocked =
    "This is an old .xls file or is protected with a password. Save it as .xlsx without a password.";

std::string too_large(XlsxLimits const& limits) {
    return "The file unpacks to more than " + std::to_string(limits.unpacked_bytes >> 20) + " MB.";
}

bool is_unsafe_name(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != name.npos || name.find(':') != name.npos)
        return true;
    if (has_control_characters(name)) return true;
    return std::ranges::any_of(split(name, '/'),
                               [](std::string_view part) { return part == ".." || part == "."; });
}

/// Why a part of that name is not wanted; empty: it may stay.
std::string unwanted(std::string_view name) {
    auto const known = lower(name);
    auto const is_in = [&](std::string_view folder) {
        return ("/" + known).find(folder) != std::string::npos;
    };
    if (known.ends_with("vbaproject.bin") || is_in("/macrosheets/"))
        return "The workbook contains macros. Save it as .xlsx without macros.";
    if (is_in("/externallinks/"))
        return "The workbook refers to other files. Break the links in Excel (Data, Edit Links) and save it "
               "again.";
    if (is_in("/embeddings/") || is_in("/activex/"))
        return "The workbook contains embedded files or controls. Remove them and save it again.";
    return {};
}

/// What may be said before unpacking. Sums up `total`, the bytes that the parts claim to be.
std::string fault_of(zip_stat_t const& part, XlsxLimits const& limits, std::int64_t& total) {
    constexpr zip_uint64_t kNeeded =
        ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if ((part.valid & kNeeded) != kNeeded) return kDamaged;
    if ((part.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && part.encryption_method != ZIP_EM_NONE)
        return "The file is protected with a password. Save it without one.";
    if (part.comp_method != ZIP_CM_STORE && part.comp_method != ZIP_CM_DEFLATE) return kDamaged;
    if (is_unsafe_name(part.name)) return "The file holds a part of a name that no workbook has.";
    if (auto fault = unwanted(part.name); !fault.empty()) return fault;
    if (part.size > static_cast<zip_uint64_t>(limits.unpacked_bytes)) return too_large(limits);
    total += static_cast<std::int64_t>(part.size);
    if (total > limits.unpacked_bytes) return too_large(limits);
    auto const packed = static_cast<std::int64_t>(std::min(part.comp_size, zip_uint64_t{1} << 40));
    if (static_cast<std::int64_t>(part.size) > kSmallPart &&
        static_cast<std::int64_t>(part.size) > packed * limits.ratio)
        return "The file is packed more than " + std::to_string(limits.ratio) + " times, as no workbook is.";
    return {};
}

// An encrypted workbook, like an old one, is an OLE file.
bool is_ole(std::string_view head) { return head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

}  // namespace

struct Archive::Open {
    ~Open() {
        if (zip) zip_discard(zip);
    }
    std::string not_opened(std::string_view head) const {
        return is_ole(head) ? kOldOrLocked : head.starts_with("PK") ? kDamaged : kNotAWorkbook;
    }

    zip_t* zip = nullptr;
    XlsxLimits limits;
    std::int64_t unpacked = 0;
    std::string head;  // the first bytes of the file
};

Archive::Archive(std::unique_ptr<Open> open) : open_{std::move(open)} {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive, std::string> Archive::open_file(std::string const& path, XlsxLimits const& limits) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return Err{std::string{"The file cannot be opened."}};
    std::string head(8, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    auto open = std::make_unique<Open>(Open{.limits = limits, .head = head});
    zip_error_t ignored;
    zip_error_init(&ignored);
    return Archive::open(std::move(open), zip_source_file_create(path.c_str(), 0, -1, &ignored));
}

Result<Archive, std::string> Archive::open_bytes(std::string_view bytes, XlsxLimits const& limits) {
    auto open = std::make_unique<Open>(Open{.limits = limits, .head = std::string{bytes.substr(0, 8)}});
    zip_error_t ignored;
    zip_error_init(&ignored);
    return Archive::open(std::move(open), zip_source_buffer_create(bytes.data(), bytes.size(), 0, &ignored));
}

Result<Archive, std::string> Archive::open(std::unique_ptr<Open> open, void* source) {
    auto* const from = static_cast<zip_source_t*>(source);
    if (!from) return Err{kNotAWorkbook};
    open->zip = zip_open_from_source(from, ZIP_RDONLY, nullptr);
    if (!open->zip) {
        zip_source_free(from);
        return Err{open->not_opened(open->head)};
    }
    auto const entries = zip_get_num_entries(open->zip, 0);
    if (entries > open->limits.entries)
        return Err{std::string{"The file holds more parts than a workbook has."}};
    std::set<std::string> names;
    std::int64_t total = 0;
    for (zip_int64_t at = 0; at < entries; ++at) {
        zip_stat_t part;
        if (zip_stat_index(open->zip, at, 0, &part) != 0) return Err{kDamaged};
        if (auto fault = fault_of(part, open->limits, total); !fault.empty()) return Err{std::move(fault)};
        if (!names.insert(lower(part.name)).second) return Err{kDamaged};
    }
    if (!names.contains("[content_types].xml")) return Err{kNotAWorkbook};
    return Archive{std::move(open)};
}

bool Archive::has(std::string const& part) const {
    return zip_name_locate(open_->zip, part.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<Done, std::string> Archive::read(std::string const& part,
                                        std::function<bool(std::string_view)> const& take) {
    auto const index = zip_name_locate(open_->zip, part.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return Err{"The file is damaged: its part " + part + " is missing."};
    using File = std::unique_ptr<zip_file_t, int (*)(zip_file_t*)>;
    File const file{zip_fopen_index(open_->zip, index, 0), zip_fclose};
    if (!file) return Err{kDamaged};
    std::array<char, 64 * 1024> piece;
    while (true) {
        auto const got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0) return Err{kDamaged};
        if (got == 0) return Done{};
        open_->unpacked += got;
        // What a part claims is not what it is: parts may lie upon each other.
        if (open_->unpacked > open_->limits.unpacked_bytes) return Err{too_large(open_->limits)};
        if (!take({piece.data(), static_cast<std::size_t>(got)})) return Done{};
    }
}

}  // namespace ssr::sheet
