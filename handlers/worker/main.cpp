#include <cstdio>

#include "config/environment.h"
#include "domain/audit/verification.h"
#include "domain/jobs/figures.h"
#include "domain/jobs/shift.h"
#include "domain/privacy/erasure.h"
#include "log/log.h"
#include "worker/import_rate_book.h"
#include "worker/jobs.h"

namespace {

using namespace ssr;

struct Config {
    db::Config db;
    std::string redis_url;
    billing::BillingConfig billing;
    privacy::PrivacyConfig privacy;
    std::optional<messages::Carriers> carriers;
    std::string clock_file, release;
};

Config config_from(Environment& environment) {
    return {{environment.required("DATABASE_URL")},
            environment.required("REDIS_URL"),
            billing::BillingConfig::from(environment),
            privacy::PrivacyConfig::from(environment),
            environment.is_production() ? std::optional{messages::Carriers::from(environment)} : std::nullopt,
            environment.development_only("SSR_CLOCK_FILE"),
            environment.optional("SSR_RELEASE", "development")};
}

int work(db::Session& db, Clock const& clock, Config const& config) {
    db::Session beside{config.db};
    cache::Redis redis{config.redis_url};
    jobs::Runner runner{db, clock,
                        worker::table({.db = db,
                                       .clock = clock,
                                       .billing = config.billing,
                                       .beside = beside,
                                       .privacy = config.privacy,
                                       .redis = redis,
                                       .carriers = config.carriers})};
    jobs::work(db, {.name = "worker",
                    .channel = "jobs",
                    .before_steps = [&] { runner.wake_schedules(); },
                    .step = [&] { return runner.run_one(); }});
    return 0;
}

int verify_audit(db::Session& db) {
    auto const broken = audit::first_broken(db);
    if (!broken) return std::puts("audit trail: every row is as it was written"), 0;
    std::printf("audit trail: altered or missing at row %lld (%s)\n", static_cast<long long>(broken->id),
                broken->action.c_str());
    return 1;
}

// After a restore: whoever left since the backup is erased again.
int reapply_deletions(db::Session& db, Clock const& clock, Config const& config) {
    cache::Redis redis{config.redis_url};
    accounts::Sessions sessions{redis, db, clock};
    std::printf("deletions: %d done again\n",
                privacy::Erasure{db, sessions, clock, config.privacy}.reapply());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string_view> const arguments{argv + 1, argv + argc};
    if (arguments == std::vector<std::string_view>{"--routes"}) return 0;
    if (arguments == std::vector<std::string_view>{"--needs-schema"}) return std::puts("46"), 0;
    Environment environment;
    auto const config = config_from(environment);
    environment.exit_if_incomplete();
    log::begin("worker", config.release);
    db::Session db{config.db};
    SystemClock const clock{config.clock_file};
    if (arguments == std::vector<std::string_view>{"--audit-verify"}) return verify_audit(db);
    if (arguments == std::vector<std::string_view>{"--metrics"})
        return std::fputs(jobs::as_metrics(jobs::figures(db, clock)).c_str(), stdout) < 0;
    if (arguments == std::vector<std::string_view>{"--reapply-deletions"})
        return reapply_deletions(db, clock, config);
    if (!arguments.empty() && arguments.front() == "--import-rate-book")
        return worker::import_rate_book(db, clock, std::span{arguments}.subspan(1));
    if (!arguments.empty()) return std::fputs("worker: unknown command\n", stderr), 64;
    return work(db, clock, config);
}
