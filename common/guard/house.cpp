#include "guard/house.h"

namespace ssr::guard {

namespace {

constexpr std::size_t kShortestKey = 32;

std::string without_slash(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    return url;
}

}  // namespace

HouseConfig HouseConfig::from(Environment& environment) {
    HouseConfig config{
        .db = {.conninfo = environment.required("DATABASE_URL"),
               .prepared = environment.optional("SSR_DATABASE_POOLER", "none") == "none"},
        .redis_url = environment.required("REDIS_URL"),
        .secret_key = environment.required("SSR_SECRET_KEY"),
        .previous_secret_key = environment.optional("SSR_SECRET_KEY_PREVIOUS"),
        .public_url = without_slash(environment.required("SSR_PUBLIC_URL")),
        .templates = environment.required("SSR_TEMPLATES"),
        .static_manifest = environment.required("SSR_STATIC_MANIFEST"),
        .release = environment.optional("SSR_RELEASE", "unreleased"),
        .clock_file = environment.development_only("SSR_CLOCK_FILE"),
        .is_production = environment.is_production(),
        .max_requests = environment.number("SSR_MAX_REQUESTS", 10000, 1, 10'000'000),
        .metrics_file = environment.optional("SSR_METRICS"),
        .slot = environment.number("SSR_SLOT", 1, 1, 8),
    };
    if (!config.redis_url.empty() && !config.redis_url.starts_with("unix://"))
        environment.complain("REDIS_URL must begin with unix://");
    if (!config.public_url.empty() && !config.public_url.starts_with("https://"))
        environment.complain("SSR_PUBLIC_URL must begin with https://");
    if (!config.secret_key.empty() && config.secret_key.size() < kShortestKey)
        environment.complain("SSR_SECRET_KEY must have at least 32 characters");
    return config;
}

House::House(HouseConfig const& config)
    : clock{config.clock_file},
      db{config.db},
      redis{config.redis_url},
      csrf{config.secret_key, config.previous_secret_key, config.public_url},
      sessions{redis, db, clock},
      access{db, clock},
      unsent_forms{redis, clock, config.secret_key},
      public_pages{db, clock} {}

}  // namespace ssr::guard
