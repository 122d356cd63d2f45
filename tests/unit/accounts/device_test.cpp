#include "domain/accounts/device.h"

#include <boost/test/unit_test.hpp>

using namespace ssr::accounts;

BOOST_AUTO_TEST_SUITE(device)

BOOST_AUTO_TEST_CASE(common_browsers_have_the_names_that_people_give_them) {
    struct Case {
        char const *agent, *text, *type;
    };
    for (auto const& each : {
             Case{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                  "Chrome/130.0.0.0 Safari/537.36",
                  "Chrome on Windows", "desktop"},
             Case{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 "
                  "Edg/130.0",
                  "Edge on Windows", "desktop"},
             Case{"Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 Chrome/130.0 Mobile "
                  "Safari/537.36",
                  "Chrome on Android", "phone"},
             Case{"Mozilla/5.0 (Linux; Android 14; SM-X210) AppleWebKit/537.36 Chrome/130.0 Safari/537.36",
                  "Chrome on Android", "tablet"},
             Case{"Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) Version/17.6 Mobile/15E148 "
                  "Safari/604.1",
                  "Safari on iPhone", "phone"},
             Case{"Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0",
                  "Firefox on Linux", "desktop"},
             Case{"curl/7.88.1", "curl", "program"},
         }) {
        auto const name = device_name(each.agent);
        BOOST_TEST(name.text() == each.text);
        BOOST_TEST(name.type == each.type);
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_not_guessed) {
    BOOST_TEST(device_name("").text() == "A browser");
    BOOST_TEST(device_name("something/1.0 (Windows)").text() == "A browser on Windows");
}

BOOST_AUTO_TEST_CASE(half_of_an_address_is_enough_to_know_ones_own) {
    BOOST_TEST(masked_address("49.205.10.7") == "49.205.x.x");
    BOOST_TEST(masked_address("2401:4900:1c2b:1::7") == "2401:4900:x:x");
    BOOST_TEST(masked_address("::1") == "::1");
    BOOST_TEST(masked_address("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
