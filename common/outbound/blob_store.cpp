#include "outbound/blob_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/fault.h"
#include "base/secure.h"

namespace ssr::outbound {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(std::string const& what, fs::path const& path) {
    throw Fault{what + " " + path.string() + ": " + std::strerror(errno), true};
}

class File {
public:
    File(fs::path const& path, int flags)
        : path_{path}, descriptor_{::open(path.c_str(), flags | O_CLOEXEC, 0600)} {
        if (descriptor_ < 0) fail("cannot open", path_);
    }
    ~File() { ::close(descriptor_); }
    File(File const&) = delete;
    File& operator=(File const&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) fail("cannot write", path_);
            if (written > 0) bytes.remove_prefix(std::size_t(written));
        }
    }
    void sync() {
        if (::fsync(descriptor_) != 0) fail("cannot keep", path_);
    }

private:
    fs::path path_;
    int descriptor_;
};

void sync_folder(fs::path const& folder) { File{folder, O_RDONLY | O_DIRECTORY}.sync(); }

// A folder that was made is itself an entry of the one above it.
void make_folders(fs::path const& root, fs::path const& folder) {
    if (fs::exists(folder)) return;
    fs::create_directories(folder);
    for (auto made = folder; made != root; made = made.parent_path()) sync_folder(made.parent_path());
}

}  // namespace

std::string BlobStore::key_of(std::string_view sha256) {
    return std::string{sha256.substr(0, 2)} + "/" + std::string{sha256.substr(2, 2)} + "/" +
           std::string{sha256};
}

std::string BlobStore::put(std::string_view bytes) {
    auto sha256 = sha256_hex(bytes);
    fs::path const path = fs::path{folder_} / key_of(sha256);
    if (fs::exists(path)) return sha256;
    make_folders(folder_, path.parent_path());
    // Whoever comes second replaces the file with the same bytes.
    auto const unfinished = path.string() + "." + random_hex(8);
    {
        File file{unfinished, O_WRONLY | O_CREAT | O_EXCL};
        file.write(bytes);
        file.sync();
    }
    if (::rename(unfinished.c_str(), path.c_str()) != 0) fail("cannot name", path);
    sync_folder(path.parent_path());
    return sha256;
}

std::string BlobStore::read(std::string_view sha256) const {
    fs::path const path = fs::path{folder_} / key_of(sha256);
    std::ifstream in{path, std::ios::binary};
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf())) fail("cannot read", path);
    auto whole = std::move(bytes).str();
    if (sha256_hex(whole) != sha256) throw Fault{"not what was stored: " + path.string(), false};
    return whole;
}

std::optional<std::string> BlobStore::path_of(std::string_view sha256) const {
    auto const path = fs::path{folder_} / key_of(sha256);
    return fs::exists(path) ? std::optional{path.string()} : std::nullopt;
}

void BlobStore::remove(std::string_view sha256) { fs::remove(fs::path{folder_} / key_of(sha256)); }

}  // namespace ssr::outbound
