#include <boost/test/unit_test.hpp>

#include "domain/subscriptions/reminders.h"

using namespace ssr;
using namespace ssr::subscriptions;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

Instant const kStart = *parse_instant("2026-11-24T10:00:00Z");
Instant const kEnd = kStart + days{30};

int due(Instant now, Instant end = kEnd) { return reminder_due(kStart, end, now).value_or(0); }

}  // namespace

BOOST_AUTO_TEST_SUITE(reminders)

BOOST_AUTO_TEST_CASE(they_come_seven_three_and_one_day_before_the_end) {
    BOOST_TEST(due(kEnd - days{7} - 1s) == 0);
    BOOST_TEST(due(kEnd - days{7}) == 7);
    BOOST_TEST(due(kEnd - days{3} - 1s) == 7);
    BOOST_TEST(due(kEnd - days{3}) == 3);
    BOOST_TEST(due(kEnd - days{1}) == 1);
    BOOST_TEST(due(kEnd - 1s) == 1);
}

BOOST_AUTO_TEST_CASE(after_the_end_none_comes) {
    BOOST_TEST(due(kEnd) == 0);
    BOOST_TEST(due(kEnd + days{1}) == 0);
}

BOOST_AUTO_TEST_CASE(a_trial_of_a_week_is_not_reminded_on_its_first_day) {
    auto const end = kStart + days{7};
    BOOST_TEST(due(kStart, end) == 0);
    BOOST_TEST(due(end - days{3}, end) == 3);
}

BOOST_AUTO_TEST_SUITE_END()
