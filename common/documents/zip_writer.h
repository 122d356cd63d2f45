#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ssr::documents {

/// A zip file being made. Nothing is there before close(); one that is not closed leaves nothing behind.
/// Faults of the disk are thrown.
class ZipWriter {
public:
    explicit ZipWriter(std::string const& path);
    ~ZipWriter();
    ZipWriter(ZipWriter const&) = delete;
    ZipWriter& operator=(ZipWriter const&) = delete;

    /// `name` is the path inside; a name is added once.
    void add_bytes(std::string const& name, std::string bytes);
    /// The file is read when the zip is closed, piece by piece.
    void add_file(std::string const& name, std::string const& path);
    void close();

private:
    struct Open;
    std::unique_ptr<Open> open_;
};

}  // namespace ssr::documents
