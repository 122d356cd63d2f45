#include "domain/privacy/privacy_config.h"

namespace ssr::privacy {

PrivacyConfig PrivacyConfig::from(Environment& environment) {
    PrivacyConfig config{.secret_keys = {environment.required("SSR_SECRET_KEY")},
                         .public_url = environment.required("SSR_PUBLIC_URL"),
                         .blobs = environment.required("SSR_BLOBS"),
                         .tombstones = environment.required("SSR_TOMBSTONES")};
    if (auto previous = environment.optional("SSR_SECRET_KEY_PREVIOUS"); !previous.empty())
        config.secret_keys.push_back(std::move(previous));
    while (config.public_url.ends_with('/')) config.public_url.pop_back();
    return config;
}

}  // namespace ssr::privacy
