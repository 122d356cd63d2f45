#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ssr::outbound {

/// Bytes under their own SHA-256, on this machine's disk. What is stored never changes.
class BlobStore {
public:
    explicit BlobStore(std::string folder) : folder_{std::move(folder)} {}

    /// Returns their SHA-256 in hex. When it returns they survive a power cut; the same bytes again cost
    /// nothing.
    std::string put(std::string_view bytes);
    /// Throws a Fault where they are not there, or are not what was stored.
    std::string read(std::string_view sha256) const;
    /// Where they lie; nothing where they are not there.
    std::optional<std::string> path_of(std::string_view sha256) const;
    /// Nothing happens where they are not there.
    void remove(std::string_view sha256);

    /// "ab/cd/abcd…", relative to the folder.
    static std::string key_of(std::string_view sha256);

private:
    std::string folder_;
};

}  // namespace ssr::outbound
