#include <boost/test/unit_test.hpp>

#include "config/environment.h"

using namespace ssr;

BOOST_AUTO_TEST_SUITE(environment)

BOOST_AUTO_TEST_CASE(every_missing_or_malformed_variable_is_named_at_once) {
    Environment settings{{{"SSR_ENV", "staging"}, {"SLOTS", "many"}, {"KEY_FILE", "/no/such/file"}}};
    settings.required("DATABASE_URL");
    settings.required("KEY");
    settings.number("SLOTS", 2, 1, 9);
    settings.is_production();
    BOOST_TEST(settings.complaints().size() == 4u);
}

BOOST_AUTO_TEST_CASE(complete_settings_leave_no_complaint) {
    Environment settings{
        {{"SSR_ENV", "development"}, {"DATABASE_URL", "x"}, {"SLOTS", "3"}, {"SSR_CLOCK_FILE", "/f"}}};
    BOOST_TEST(settings.required("DATABASE_URL") == "x");
    BOOST_TEST(settings.number("SLOTS", 2, 1, 9) == 3);
    BOOST_TEST(settings.optional("SENTRY_DSN") == "");
    BOOST_TEST(!settings.is_production());
    BOOST_TEST(settings.development_only("SSR_CLOCK_FILE") == "/f");
    BOOST_TEST(settings.complaints().empty());
}

BOOST_AUTO_TEST_CASE(a_development_setting_is_a_complaint_in_production) {
    Environment settings{{{"SSR_ENV", "production"}, {"SSR_CLOCK_FILE", "/f"}}};
    BOOST_TEST(settings.is_production());
    settings.development_only("SSR_CLOCK_FILE");
    BOOST_TEST(settings.complaints().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
