#include "dev/endpoints.h"
#include "dev/seed.h"
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
    dev::seed_works(db, SystemClock{config.house.clock_file});
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace ssr;
    std::vector<std::string_view> const arguments{argv + 1, argv + argc};
    if (arguments == std::vector<std::string_view>{"--seed"}) return seed();
    return guard::serve<dev::App, dev::Config>({.name = "dev", .needs_schema = 7}, dev::routes(), arguments);
}
