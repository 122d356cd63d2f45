#pragma once

#include <string>
#include <vector>

#include "config/environment.h"

namespace ssr::privacy {

/// What those who copy and erase people's data need: the worker.
struct PrivacyConfig {
    std::vector<std::string> secret_keys;  // the present one first
    std::string public_url;                // SSR_PUBLIC_URL, without a slash
    std::string blobs;                     // SSR_BLOBS: the folder of files
    /// SSR_TOMBSTONES: who was erased, a line each, so that it can be done again after a restore. Never
    /// restored itself.
    std::string tombstones;

    static PrivacyConfig from(Environment& environment);
};

}  // namespace ssr::privacy
