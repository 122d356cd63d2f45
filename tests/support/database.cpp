#include "support/database.h"

#include <cstdlib>
#include <stdexcept>

#include <unistd.h>

#include "base/secure.h"

namespace ssr::test {

namespace {

std::string setting(char const* name) {
    auto const* value = std::getenv(name);
    if (!value || !*value)
        throw std::runtime_error{std::string{name} + " is not set: run this under infra/local/test-services"};
    return value;
}

// The last of a repeated keyword counts, so appending is enough.
std::string with(std::string const& conninfo, std::string const& keyword_and_value) {
    return conninfo + " " + keyword_and_value;
}

class Clone {
public:
    Clone() : name_{"ssr_test_" + std::to_string(::getpid()) + "_" + random_hex(4)} {
        administer("CREATE DATABASE " + name_ + " TEMPLATE ssr_template");
        conninfo_ = with(setting("SSR_TEST_POSTGRES"), "dbname=" + name_);
    }
    ~Clone() {
        try {
            administer("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
        } catch (std::exception const&) {  // the whole cluster is thrown away soon
        }
    }
    Clone(Clone const&) = delete;
    Clone& operator=(Clone const&) = delete;
    std::string const& conninfo() const { return conninfo_; }

private:
    static void administer(std::string const& statement) {
        db::Session server{{with(setting("SSR_TEST_POSTGRES"), "dbname=postgres")}};
        server.run_script(statement);
    }
    std::string name_, conninfo_;
};

}  // namespace

std::string const& clone() {
    static Clone const clone;
    return clone.conninfo();
}

std::string clone_as(std::string const& role) { return with(clone(), "options='-c role=" + role + "'"); }

std::string redis_url() { return "unix://" + setting("SSR_TEST_REDIS"); }

}  // namespace ssr::test
