#include "web/metrics.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>

using namespace ssr::web;
using namespace std::chrono_literals;

namespace {

struct Office {
    Office() {
        char name[] = "/tmp/ssr-metrics.XXXXXX";
        folder = ::mkdtemp(name);
    }
    ~Office() { std::filesystem::remove_all(folder); }
    std::string file() const { return folder + "/auth.metrics"; }
    std::string folder;
};

bool says(Metrics const& metrics, std::string const& line) {
    return ("\n" + metrics.text("auth", "r1")).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(counters_of_a_handler, Office)

BOOST_AUTO_TEST_CASE(a_request_is_counted_by_route_status_and_time) {
    Metrics metrics{"", 1};
    metrics.count(Method::get, "/accounts/login/", Status::ok, 3ms, {2, 1500us, 1, 200us});
    metrics.count(Method::post, "/accounts/login/", Status::see_other, 7s, {});
    BOOST_TEST(says(metrics, "ssr_build_info{handler=\"auth\",version=\"r1\"} 1"));
    auto const get = std::string{"handler=\"auth\",method=\"GET\",route=\"/accounts/login/\""};
    auto const post = std::string{"handler=\"auth\",method=\"POST\",route=\"/accounts/login/\""};
    BOOST_TEST(says(metrics, "ssr_requests_total{" + get + ",code=\"200\"} 1"));
    BOOST_TEST(says(metrics, "ssr_requests_total{" + post + ",code=\"303\"} 1"));
    BOOST_TEST(says(metrics, "ssr_request_seconds_bucket{" + get + ",le=\"0.002000\"} 0"));
    BOOST_TEST(says(metrics, "ssr_request_seconds_bucket{" + get + ",le=\"0.005000\"} 1"));
    BOOST_TEST(says(metrics, "ssr_request_seconds_bucket{" + post + ",le=\"5.000000\"} 0"));
    BOOST_TEST(says(metrics, "ssr_request_seconds_bucket{" + post + ",le=\"+Inf\"} 1"));
    BOOST_TEST(says(metrics, "ssr_request_seconds_sum{" + get + "} 0.003000"));
    BOOST_TEST(says(metrics, "ssr_db_statements_total{handler=\"auth\"} 2"));
    BOOST_TEST(says(metrics, "ssr_db_seconds_total{handler=\"auth\"} 0.001500"));
    BOOST_TEST(says(metrics, "ssr_redis_seconds_total{handler=\"auth\"} 0.000200"));
}

BOOST_AUTO_TEST_CASE(one_worker_answers_for_all_and_a_new_one_goes_on_where_the_old_one_ended) {
    Metrics first{file(), 1};
    {
        Metrics second{file(), 2};
        second.count(Method::get, "/", Status::ok, 1ms, {});
    }
    Metrics second_again{file(), 2};
    second_again.count(Method::get, "/", Status::ok, 1ms, {});
    first.count(Method::get, "/", Status::ok, 1ms, {});
    for (auto const* worker : {&first, &second_again}) {
        BOOST_TEST(
            says(*worker, "ssr_requests_total{handler=\"auth\",method=\"GET\",route=\"/\",code=\"200\"} 3"));
        BOOST_TEST(says(*worker, "ssr_worker_starts_total{handler=\"auth\"} 3"));
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_had_costs_no_request) {
    Metrics metrics{folder + "/none/auth.metrics", 1};
    metrics.count(Method::get, "/", Status::ok, 1ms, {});
    BOOST_TEST(
        says(metrics, "ssr_requests_total{handler=\"auth\",method=\"GET\",route=\"/\",code=\"200\"} 1"));
}

BOOST_AUTO_TEST_CASE(more_routes_than_there_are_places_are_counted_together_and_none_is_lost) {
    Metrics metrics{"", 1};
    for (int i = 0; i < 300; ++i)
        metrics.count(Method::get, "/" + std::to_string(i) + std::string(100, '/'), Status::ok, 1ms, {});
    auto const text = metrics.text("auth", "r1");
    std::int64_t counted = 0;
    for (auto at = text.find("_count{"); at != std::string::npos; at = text.find("_count{", at + 1))
        counted += std::stoll(text.substr(text.find("} ", at) + 2));
    BOOST_TEST(counted == 300);
}

BOOST_AUTO_TEST_SUITE_END()
