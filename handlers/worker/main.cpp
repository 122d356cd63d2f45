#include <csignal>
#include <cstdio>

#include "base/fault.h"
#include "config/environment.h"
#include "domain/audit/verification.h"
#include "domain/privacy/erasure.h"
#include "log/log.h"
#include "worker/jobs.h"

namespace {

using namespace ssr;

volatile std::sig_atomic_t is_stopping = 0;

// A job in hand is finished: the signal is looked at between jobs, and ends the wait for the next one.
void listen_for_the_end() {
    struct sigaction action {};
    action.sa_handler = [](int) { is_stopping = 1; };
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

struct Config {
    db::Config db;
    std::string redis_url;
    billing::BillingConfig billing;
    privacy::PrivacyConfig privacy;
    std::string clock_file, release;
};

Config config_from(Environment& environment) {
    if (environment.is_production())
        environment.complain("SSR_ENV=production: no carrier for mails and texts is built in yet");
    return {
        {environment.required("DATABASE_URL")},         environment.required("REDIS_URL"),
        billing::BillingConfig::from(environment),      privacy::PrivacyConfig::from(environment),
        environment.development_only("SSR_CLOCK_FILE"), environment.optional("SSR_RELEASE", "development")};
}

int work(db::Session& db, Clock const& clock, Config const& config) {
    db::Session beside{config.db};
    cache::Redis redis{config.redis_url};
    jobs::Runner runner{db, clock, worker::table({db, clock, config.billing, beside, config.privacy, redis})};
    while (!is_stopping) {
        try {
            db.execute("LISTEN jobs");
            while (!is_stopping) {
                runner.wake_schedules();
                while (!is_stopping && runner.run_one()) {
                }
                if (!is_stopping) db.wait_for_notice(std::chrono::seconds{1});
            }
        } catch (Fault const& fault) {
            log::error("worker.stumbled", {{"why", fault.what()}});
            // Postgres is away; the next try opens a new connection. A signal ends the pause.
            timespec pause{0, 500'000'000};
            nanosleep(&pause, nullptr);
        }
    }
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
    if (arguments == std::vector<std::string_view>{"--needs-schema"}) return std::puts("36"), 0;
    Environment environment;
    auto const config = config_from(environment);
    environment.exit_if_incomplete();
    log::begin("worker", config.release);
    db::Session db{config.db};
    SystemClock const clock{config.clock_file};
    if (arguments == std::vector<std::string_view>{"--audit-verify"}) return verify_audit(db);
    if (arguments == std::vector<std::string_view>{"--reapply-deletions"})
        return reapply_deletions(db, clock, config);
    if (!arguments.empty()) return std::fputs("worker: unknown command\n", stderr), 64;
    listen_for_the_end();
    return work(db, clock, config);
}
