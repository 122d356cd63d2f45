#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "domain/billing/billing_config.h"

using namespace ssr;

namespace {

struct Read {
    explicit Read(std::string const& env, std::string const& word = {})
        : environment{{{"SSR_ENV", env}, {"SSR_AUTO_RENEW", word}}},
          begins_mandates{billing::BillingConfig::from(environment).begins_mandates} {}

    bool complains() const {
        auto const& all = environment.complaints();
        return std::find(all.begin(), all.end(), "SSR_AUTO_RENEW must be on or off") != all.end();
    }

    Environment environment;
    bool begins_mandates;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(the_switch_of_auto_renew)

BOOST_AUTO_TEST_CASE(it_is_off_in_production_until_somebody_turns_it_on) {
    BOOST_TEST(!Read{"production"}.begins_mandates);
    BOOST_TEST(Read("production", "on").begins_mandates);
    BOOST_TEST(Read{"development"}.begins_mandates);
    BOOST_TEST(!Read("development", "off").begins_mandates);
}

BOOST_AUTO_TEST_CASE(another_word_is_a_complaint) {
    BOOST_TEST(Read("production", "yes").complains());
    BOOST_TEST(!Read("production", "off").complains());
}

BOOST_AUTO_TEST_SUITE_END()
