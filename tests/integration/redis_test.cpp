#include <boost/test/unit_test.hpp>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <cstdlib>
#include <cstring>

#include "cache/redis.h"

using namespace ssr;
using cache::Redis, cache::Script;

namespace {

std::string redis_url() {
    auto const* const path = std::getenv("SSR_TEST_REDIS");
    BOOST_REQUIRE_MESSAGE(path, "run by infra/local/test-services");
    return std::string{"unix://"} + path;
}

std::chrono::seconds const kMinute{60};

// A Redis that takes connections and never says a word.
struct Silent {
    Silent()
        : path{"/tmp/ssr-silent-" + std::to_string(::getpid()) + ".sock"},
          fd{::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0)} {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        ::unlink(path.c_str());
        BOOST_REQUIRE(::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        ::listen(fd, 8);
    }
    ~Silent() {
        ::close(fd);
        ::unlink(path.c_str());
    }
    /// How many have called since it was asked last.
    int callers() {
        int count = 0;
        for (int caller = 0; (caller = ::accept(fd, nullptr, nullptr)) >= 0; ++count) ::close(caller);
        return count;
    }
    std::string path;
    int fd;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(redis_commands)

BOOST_AUTO_TEST_CASE(a_value_with_any_byte_comes_back) {
    Redis redis{redis_url()};
    std::string const value{"a\0b\r\n", 5};
    redis.set("redis_test:value", value, kMinute);
    BOOST_TEST(redis.get("redis_test:value").value_or("") == value);
    redis.erase("redis_test:value");
    BOOST_TEST(!redis.get("redis_test:value"));
}

BOOST_AUTO_TEST_CASE(a_claim_is_the_first_caller_s) {
    Redis redis{redis_url()};
    redis.erase("redis_test:claim");
    BOOST_TEST(redis.claim("redis_test:claim", kMinute));
    BOOST_TEST(!redis.claim("redis_test:claim", kMinute));
    BOOST_TEST(bool(redis.time_left("redis_test:claim").value() <= kMinute));
    BOOST_TEST(!redis.time_left("redis_test:never"));
}

BOOST_AUTO_TEST_CASE(counting_opens_a_window_that_ends) {
    Redis redis{redis_url()};
    redis.erase("redis_test:count");
    BOOST_TEST(redis.count("redis_test:count", kMinute) == 1);
    BOOST_TEST(redis.count("redis_test:count", kMinute) == 2);
    BOOST_TEST(bool(redis.time_left("redis_test:count")));
}

BOOST_AUTO_TEST_CASE(a_script_travels_once_and_again_after_a_flush) {
    Redis redis{redis_url()};
    Script const echo{"return {KEYS[1], ARGV[1], 7}"};
    std::vector<std::string> const expected{"redis_test:k", "v", "7"};
    BOOST_TEST(redis.run(echo, {"redis_test:k"}, {"v"}) == expected, boost::test_tools::per_element());
    redis.reset_counts();
    BOOST_TEST(redis.run(echo, {"redis_test:k"}, {"v"}) == expected, boost::test_tools::per_element());
    BOOST_TEST(redis.round_trips() == 1);
}

BOOST_AUTO_TEST_CASE(a_redis_that_hangs_is_waited_for_once_and_then_not_asked_for_a_while) {
    Silent silent;
    Redis redis{"unix://" + silent.path};
    BOOST_CHECK_THROW(redis.get("x"), cache::Failure);
    BOOST_CHECK_THROW(redis.get("x"), cache::Failure);
    BOOST_TEST(silent.callers() == 1);
}

BOOST_AUTO_TEST_CASE(an_idle_connection_that_was_ended_is_replaced_unnoticed) {
    Redis redis{redis_url()};
    redis.set("redis_test:idle", "1", kMinute);
    BOOST_TEST(std::system("redis-cli -s \"$SSR_TEST_REDIS\" CLIENT KILL TYPE normal >/dev/null") == 0);
    BOOST_TEST(redis.get("redis_test:idle").value_or("") == "1");
}

BOOST_AUTO_TEST_CASE(a_redis_that_is_not_there_is_a_temporary_fault) {
    Redis redis{"unix:///nowhere.sock"};
    BOOST_TEST(!redis.is_ready());
    BOOST_CHECK_EXCEPTION(redis.get("x"), cache::Failure,
                          [](auto const& failure) { return failure.is_temporary(); });
    BOOST_CHECK_THROW(Redis{"redis://somewhere"}, std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
