#include <boost/test/unit_test.hpp>

#include "domain/subscriptions/access.h"

using namespace ssr;
using namespace ssr::subscriptions;

namespace {

Instant const kNow = *parse_instant("2026-11-24T10:00:00Z");

// Somebody who paid and has a month left.
AccessFacts subscribed() { return {.status = Status::active, .expires_at = kNow + std::chrono::days{30}}; }

std::string reason(AccessFacts const& facts) { return std::string{code(decide(facts, kNow))}; }

AccessFacts with(void (*change)(AccessFacts&)) {
    auto facts = subscribed();
    change(facts);
    return facts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(opening_a_module)

BOOST_AUTO_TEST_CASE(who_paid_may_open_it_until_the_last_second) {
    BOOST_TEST(reason(subscribed()) == "subscribed");
    BOOST_TEST(reason(with([](auto& it) { it.expires_at = kNow + std::chrono::seconds{1}; })) ==
               "subscribed");
    BOOST_TEST(reason(with([](auto& it) { it.expires_at = kNow; })) == "expired");
}

BOOST_AUTO_TEST_CASE(days_of_grace_keep_it_open_after_its_end_and_no_longer) {
    auto facts = subscribed();
    facts.expires_at = kNow;
    facts.grace = std::chrono::days{3};
    BOOST_TEST(reason(facts) == "subscribed");
    BOOST_TEST(is_in_grace(facts, kNow));
    BOOST_TEST(!is_in_grace(facts, kNow - std::chrono::seconds{1}));
    facts.expires_at = kNow - std::chrono::days{3} + std::chrono::seconds{1};
    BOOST_TEST(reason(facts) == "subscribed");
    facts.expires_at = kNow - std::chrono::days{3};
    BOOST_TEST(reason(facts) == "expired");
    BOOST_TEST(!is_in_grace(facts, kNow));
}

BOOST_AUTO_TEST_CASE(grace_gives_no_uses_and_opens_nothing_that_was_closed_otherwise) {
    auto facts = subscribed();
    facts.expires_at = kNow;
    facts.grace = std::chrono::days{3};
    facts.usage_left = 0;
    BOOST_TEST(reason(facts) == "usage_exhausted");
    facts.status = Status::suspended;
    BOOST_TEST(reason(facts) == "suspended");
    facts.status = Status::expired;
    BOOST_TEST(reason(facts) == "expired");
}

// Each fact alone and with every other: what comes first in the rule book is the reason.
BOOST_AUTO_TEST_CASE(of_two_reasons_the_one_that_comes_first_is_told) {
    struct Fact {
        char const* reason;
        void (*set)(AccessFacts&);
    };
    Fact const facts[] = {{"user_banned", [](auto& it) { it.user_banned = true; }},
                          {"module_disabled", [](auto& it) { it.module_active = false; }},
                          {"revoked_by_staff", [](auto& it) { it.override = Override::revoke; }},
                          {"staff", [](auto& it) { it.user_is_staff = true; }},
                          {"suspended", [](auto& it) { it.status = Status::suspended; }},
                          {"expired", [](auto& it) { it.expires_at = kNow - std::chrono::days{9}; }},
                          {"usage_exhausted", [](auto& it) { it.usage_left = 0; }}};
    for (std::size_t first = 0; first < std::size(facts); ++first)
        for (auto second = first; second < std::size(facts); ++second) {
            auto both = subscribed();
            facts[second].set(both);
            facts[first].set(both);
            BOOST_TEST(reason(both) == facts[first].reason);
        }
}

BOOST_AUTO_TEST_CASE(who_has_nothing_may_not) {
    BOOST_TEST(reason({}) == "no_subscription");
    BOOST_TEST(!allows(decide({}, kNow)));
}

BOOST_AUTO_TEST_CASE(a_trial_opens_and_ends) {
    BOOST_TEST(reason(with([](auto& it) { it.status = Status::trial; })) == "trial");
    BOOST_TEST(reason(with([](auto& it) {
                   it.status = Status::trial;
                   it.expires_at = kNow;
               })) == "expired");
}

BOOST_AUTO_TEST_CASE(what_was_cancelled_runs_to_the_end_of_what_was_paid) {
    BOOST_TEST(reason(with([](auto& it) { it.status = Status::cancelled; })) == "subscribed");
    BOOST_TEST(reason(with([](auto& it) {
                   it.status = Status::cancelled;
                   it.expires_at = kNow;
               })) == "cancelled");
}

BOOST_AUTO_TEST_CASE(suspended_pending_and_expired_say_so) {
    BOOST_TEST(reason(with([](auto& it) { it.status = Status::suspended; })) == "suspended");
    BOOST_TEST(reason(with([](auto& it) { it.status = Status::pending; })) == "pending");
    BOOST_TEST(reason(with([](auto& it) { it.status = Status::expired; })) == "expired");
}

BOOST_AUTO_TEST_CASE(the_last_use_is_the_last) {
    BOOST_TEST(reason(with([](auto& it) { it.usage_left = 1; })) == "subscribed");
    BOOST_TEST(reason(with([](auto& it) { it.usage_left = 0; })) == "usage_exhausted");
}

BOOST_AUTO_TEST_CASE(a_grant_opens_without_a_subscription_and_a_revocation_closes_with_one) {
    BOOST_TEST(reason({.override = Override::grant}) == "granted");
    BOOST_TEST(reason(with([](auto& it) { it.override = Override::revoke; })) == "revoked_by_staff");
}

BOOST_AUTO_TEST_CASE(staff_need_no_subscription_but_no_revocation_is_lifted) {
    BOOST_TEST(reason({.user_is_staff = true}) == "staff");
    BOOST_TEST(reason({.user_is_staff = true, .override = Override::revoke}) == "revoked_by_staff");
}

BOOST_AUTO_TEST_CASE(a_disabled_module_is_closed_to_all_and_a_ban_comes_first) {
    BOOST_TEST(reason({.module_active = false, .override = Override::grant}) == "module_disabled");
    BOOST_TEST(reason({.user_banned = true, .override = Override::grant}) == "user_banned");
    BOOST_TEST(reason({.user_banned = true, .module_active = false}) == "user_banned");
}

BOOST_AUTO_TEST_CASE(
    what_was_begun_may_be_finished_when_time_or_uses_have_run_out_but_not_when_it_was_closed) {
    for (auto const reason : {Reason::subscribed, Reason::trial, Reason::granted, Reason::staff,
                              Reason::expired, Reason::cancelled, Reason::usage_exhausted})
        BOOST_TEST(may_finish(reason), code(reason));
    for (auto const reason : {Reason::no_subscription, Reason::pending, Reason::suspended,
                              Reason::revoked_by_staff, Reason::module_disabled, Reason::user_banned})
        BOOST_TEST(!may_finish(reason), code(reason));
}

BOOST_AUTO_TEST_SUITE_END()
