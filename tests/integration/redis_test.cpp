#include <boost/test/unit_test.hpp>

#include <cstdlib>

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

BOOST_AUTO_TEST_CASE(a_redis_that_is_not_there_is_a_temporary_fault) {
    Redis redis{"unix:///nowhere.sock"};
    BOOST_TEST(!redis.is_ready());
    BOOST_CHECK_EXCEPTION(redis.get("x"), cache::Failure,
                          [](auto const& failure) { return failure.is_temporary(); });
    BOOST_CHECK_THROW(Redis{"redis://somewhere"}, std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
