#include "domain/subscriptions/overrides.h"

#include <boost/test/unit_test.hpp>

#include "domain/subscriptions/access_book.h"
#include "support/shop.h"

using namespace ssr;
using namespace ssr::subscriptions;
using std::chrono::days;

namespace {

// Staff who open and close modules by hand.
struct Desk : test::Shop {
    db::Session office{{test::clone_as("ssr_admin")}};
    test::Person officer = test::a_person(db, "admin");
    Overrides overrides{office, clock};

    OverrideWish grant(std::string reason) {
        return {.user = sita.public_id,
                .module = Module::estimate,
                .type = Override::grant,
                .reason = std::move(reason),
                .by = officer.id,
                .ip_address = "10.0.0.1"};
    }
    std::string reason(Module module = Module::estimate) {
        return std::string{code(AccessBook{db, clock}.of(sita.id, module).reason)};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(opening_by_staff, Desk)

BOOST_AUTO_TEST_CASE(a_grant_opens_till_its_end_and_a_revocation_closes_what_was_paid) {
    auto wish = grant("a demonstration");
    wish.valid_until = clock.now() + days{2};
    BOOST_TEST(bool(overrides.set(wish)));
    BOOST_TEST(reason() == "granted");
    BOOST_TEST(reason(Module::bill) == "no_subscription");
    clock.advance(days{2});
    BOOST_TEST(reason() == "no_subscription");
    counter.capture.apply(told(order({.module = Module::estimate, .months = 1})),
                          billing::Messenger::webhook);
    wish.type = Override::revoke;
    wish.valid_until = std::nullopt;
    auto const revoked = overrides.set(wish);
    BOOST_REQUIRE(bool(revoked));
    BOOST_TEST(reason() == "revoked_by_staff");
    BOOST_TEST(overrides.end(*revoked, officer.id, ""));
    BOOST_TEST(!overrides.end(*revoked, officer.id, ""));
    BOOST_TEST(reason() == "subscribed");
    auto const lines = Overrides{db, clock}.of(sita.id);
    BOOST_REQUIRE(lines.size() == 2u);
    BOOST_TEST(!lines[0].is_running(clock.now()));
    BOOST_TEST(lines[0].granted_by == officer.name);
    BOOST_TEST(db.one("SELECT count(*) AS n FROM audit_logs WHERE user_id = :by AND action LIKE 'access.%'",
                      {{"by", officer.id}}, [](db::Row const& row) { return row.integer("n"); }) == 3);
}

BOOST_AUTO_TEST_CASE(nothing_is_granted_to_the_banned_nor_without_a_reason_nor_for_the_past) {
    auto wish = grant(" ");
    auto const refused = [&](OverrideRefused why) {
        auto const set = overrides.set(wish);
        return !set && set.error() == why;
    };
    BOOST_TEST(refused(OverrideRefused::no_reason));
    wish.reason = "a demonstration";
    wish.valid_until = clock.now();
    BOOST_TEST(refused(OverrideRefused::ends_in_the_past));
    wish.valid_until = std::nullopt;
    wish.user = PublicUserId::fresh();
    BOOST_TEST(refused(OverrideRefused::unknown_user));
    wish.user = sita.public_id;
    db.execute("UPDATE users SET is_active = false WHERE id = :user", {{"user", sita.id}});
    BOOST_TEST(refused(OverrideRefused::banned));
    wish.type = Override::revoke;
    BOOST_TEST(bool(overrides.set(wish)));
    BOOST_TEST(reason() == "user_banned");
}

BOOST_AUTO_TEST_SUITE_END()
