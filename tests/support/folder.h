#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

#include "base/secure.h"

namespace ssr::test {

/// A folder that goes with the test.
class Folder {
public:
    Folder()
        : path_{std::filesystem::temp_directory_path() /
                ("ssr-test-" + std::to_string(::getpid()) + "-" + random_hex(4))} {
        std::filesystem::create_directory(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    /// Where something of that name is, or may be put.
    std::string path(std::string const& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

}  // namespace ssr::test
