#include <boost/test/unit_test.hpp>

#include "domain/subscriptions/term.h"

using namespace ssr;
using namespace ssr::subscriptions;

namespace {

Instant const kNow = *parse_instant("2026-11-24T10:00:00Z");
Instant const kLater = *parse_instant("2027-01-31T18:00:00Z");
Instant const kBefore = *parse_instant("2026-11-01T00:00:00Z");

}  // namespace

BOOST_AUTO_TEST_SUITE(terms_of_a_purchase)

BOOST_AUTO_TEST_CASE(the_first_one_begins_now) {
    auto const term = term_for(std::nullopt, 12, kNow);
    BOOST_TEST(!term.renews);
    BOOST_TEST(to_iso(term.starts_at) == "2026-11-24T10:00:00Z");
    BOOST_TEST(to_iso(term.ends_at) == "2027-11-24T10:00:00Z");
}

BOOST_AUTO_TEST_CASE(a_renewal_joins_on_where_the_running_one_ends) {
    auto const term = term_for(Held{Status::active, kLater}, 1, kNow);
    BOOST_TEST(term.renews);
    BOOST_TEST(to_iso(term.starts_at) == "2027-01-31T18:00:00Z");
    BOOST_TEST(to_iso(term.ends_at) == "2027-02-28T18:00:00Z");
}

BOOST_AUTO_TEST_CASE(what_is_left_of_a_trial_is_added_to_the_new_one) {
    auto const term = term_for(Held{Status::trial, kLater}, 3, kNow);
    BOOST_TEST(!term.renews);
    BOOST_TEST((term.starts_at == kNow));
    BOOST_TEST(to_iso(term.ends_at) == "2027-04-30T18:00:00Z");
}

BOOST_AUTO_TEST_CASE(after_a_cancelled_or_ended_one_a_new_one_begins) {
    BOOST_TEST(!term_for(Held{Status::cancelled, kLater}, 1, kNow).renews);
    for (auto const status : {Status::expired, Status::cancelled, Status::active, Status::trial}) {
        auto const term = term_for(Held{status, kBefore}, 1, kNow);
        BOOST_TEST(!term.renews);
        BOOST_TEST(to_iso(term.ends_at) == "2026-12-24T10:00:00Z");
    }
}

BOOST_AUTO_TEST_CASE(one_that_the_office_paused_is_prolonged_and_not_replaced) {
    BOOST_TEST(term_for(Held{Status::suspended, kLater}, 1, kNow).renews);
    auto const term = term_for(Held{Status::suspended, kBefore}, 1, kNow);
    BOOST_TEST(term.renews);
    BOOST_TEST((term.starts_at == kNow));
}

BOOST_AUTO_TEST_CASE(an_upgrade_begins_now_or_joins_on_to_what_was_paid_ahead) {
    auto const at_once = term_of_upgrade(kLater, kLater - kNow, 12, kNow);
    BOOST_TEST((at_once.starts_at == kNow));
    BOOST_TEST(to_iso(at_once.ends_at) == "2027-11-24T10:00:00Z");
    auto const later = term_of_upgrade(kLater, std::chrono::days{10}, 1, kNow);
    BOOST_TEST(to_iso(later.starts_at) == "2027-01-21T18:00:00Z");
    BOOST_TEST(to_iso(later.ends_at) == "2027-02-21T18:00:00Z");
}

BOOST_AUTO_TEST_CASE(a_renewal_in_the_days_of_grace_joins_on_at_the_end_and_after_them_begins_now) {
    Held held{Status::active, kNow - std::chrono::days{2}, false, std::chrono::days{3}};
    auto const joined = term_for(held, 1, kNow);
    BOOST_TEST(joined.renews);
    BOOST_TEST((joined.starts_at == held.expires_at));
    held.expires_at = kNow - std::chrono::days{3};
    BOOST_TEST((term_for(held, 1, kNow).starts_at == kNow));
}

BOOST_AUTO_TEST_CASE(one_that_was_cancelled_for_its_end_is_followed_by_a_new_one_with_the_days_left) {
    auto const term = term_for(Held{Status::active, kLater, true, std::chrono::days{3}}, 1, kNow);
    BOOST_TEST(!term.renews);
    BOOST_TEST((term.starts_at == kNow));
    BOOST_TEST(to_iso(term.ends_at) == "2027-02-28T18:00:00Z");
}

BOOST_AUTO_TEST_SUITE_END()
