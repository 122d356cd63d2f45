#pragma once

#include <string>

#include "base/clock.h"
#include "cache/redis.h"
#include "config/environment.h"
#include "db/session.h"
#include "domain/accounts/sessions.h"
#include "domain/subscriptions/access_book.h"
#include "guard/public_pages.h"
#include "guard/unsent_forms.h"
#include "web/csrf.h"

namespace ssr::guard {

/// Settings that every handler with pages reads.
struct HouseConfig {
    db::Config db;                                // DATABASE_URL
    std::string redis_url;                        // REDIS_URL
    std::string secret_key, previous_secret_key;  // SSR_SECRET_KEY, SSR_SECRET_KEY_PREVIOUS
    std::string public_url;                       // SSR_PUBLIC_URL: "https://localhost:8443", without a slash
    std::string templates, static_manifest;       // SSR_TEMPLATES, SSR_STATIC_MANIFEST
    std::string release;                          // SSR_RELEASE
    std::string clock_file;                       // SSR_CLOCK_FILE; in development only
    bool is_production = true;                    // SSR_ENV
    int max_requests = 10000;                     // SSR_MAX_REQUESTS: then a worker starts anew
    std::string metrics_file;                     // SSR_METRICS: counters that the workers share
    int slot = 1;                                 // SSR_SLOT: which of them this one is

    static HouseConfig from(Environment& environment);
};

/// What every handler with pages has. Its App inherits this, so that the guards find their members:
///
///     struct App : guard::House {
///         explicit App(Config const& config) : House{config.house}, works{db, clock} {}
///         works::WorkStore works;
///     };
struct House {
    explicit House(HouseConfig const& config);

    SystemClock clock;
    db::Session db;
    cache::Redis redis;
    web::Csrf csrf;
    accounts::Sessions sessions;
    subscriptions::AccessBook access;
    UnsentForms unsent_forms;
    PublicPages public_pages;
};

}  // namespace ssr::guard
