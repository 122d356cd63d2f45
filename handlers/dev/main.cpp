#include "dev/endpoints.h"
#include "dev/gateway/courier.h"
#include "dev/gateway/tables.h"
#include "dev/seed.h"
#include "dev/seed_purchase.h"
#include "dev/seed_works.h"
#include "guard/serve.h"

namespace {

int seed() {
    using namespace ssr;
    Environment environment;
    auto const config = dev::Config::from(environment);
    environment.exit_if_incomplete();
    db::Session db{config.house.db};
    dev::seed_authenticators(db, config.house.secret_key);
    dev::gateway::create_tables(db);
    dev::seed_works(db, SystemClock{config.house.clock_file});
    return 0;
}

ssr::dev::App app_with_log() {
    using namespace ssr;
    Environment environment;
    auto const config = dev::Config::from(environment);
    environment.exit_if_incomplete();
    log::begin("dev", config.house.release);
    return dev::App{config};
}

int seed_purchase() {
    auto app = app_with_log();
    ssr::dev::seed_purchase(app);
    return 0;
}

int run_courier() {
    auto app = app_with_log();
    return ssr::dev::gateway::run_courier(app.db, app.deliveries, [&] { app.ripen(); });
}

}  // namespace

int main(int argc, char** argv) {
    using namespace ssr;
    std::vector<std::string_view> const arguments{argv + 1, argv + argc};
    if (arguments == std::vector<std::string_view>{"--seed"}) return seed();
    if (arguments == std::vector<std::string_view>{"--seed-purchase"}) return seed_purchase();
    if (arguments == std::vector<std::string_view>{"--courier"}) return run_courier();
    if (arguments.empty()) dev::gateway::start_courier();
    return guard::serve<dev::App, dev::Config>({.name = "dev", .needs_schema = 46}, dev::routes(), arguments);
}
