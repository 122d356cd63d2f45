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
    Overrides overrides{office, clock, {office, clock, gateway.config().secret_keys.at(0)}};
    accounts::Actor by{officer.id, "10.0.0.1"};

    OverrideWish grant(std::string reason) {
        return {.user = sita.public_id,
                .module = Module::estimate,
                .type = Override::grant,
                .reason = std::move(reason),
                .by = officer.id,
                .ip_address = "10.0.0.1"};
    }
    bool is_ended(PublicOverrideId const& id) { return bool(overrides.end(sita.public_id, id, by)); }
    bool is_refused(OverrideWish const& wish, OverrideRefused why) {
        auto const set = overrides.set(wish);
        return !set && set.error() == why;
    }
    std::int64_t written_to(std::string const& to) {
        return db.one("SELECT count(*) AS n FROM outbox_messages WHERE kind = 'access' AND recipient = :to",
                      {{"to", to}}, [](db::Row const& row) { return row.integer("n"); });
    }
    std::int64_t audited(std::string const& action) {
        return db.one("SELECT count(*) AS n FROM audit_logs WHERE user_id = :by AND action LIKE :action",
                      {{"by", officer.id}, {"action", action}},
                      [](db::Row const& row) { return row.integer("n"); });
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
    BOOST_TEST(is_ended(*revoked));
    BOOST_TEST(!is_ended(*revoked));
    BOOST_TEST(reason() == "subscribed");
    auto const lines = overrides.find_holder(sita.public_id)->overrides;
    BOOST_REQUIRE(lines.size() == 2u);
    BOOST_TEST(!lines[0].is_running(clock.now()));
    BOOST_TEST(lines[0].granted_by == officer.name);
    BOOST_TEST(audited("access.%") == 3);
    BOOST_TEST(written_to(sita.email.text()) == 3);
}

BOOST_AUTO_TEST_CASE(nothing_is_granted_to_the_banned_nor_without_a_reason_nor_for_the_past) {
    auto wish = grant(" ");
    auto const refused = [&](OverrideRefused why) { return is_refused(wish, why); };
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

BOOST_AUTO_TEST_CASE(nobody_serves_himself_nor_those_above_him) {
    auto wish = grant("a demonstration");
    wish.user = officer.public_id;
    BOOST_TEST(is_refused(wish, OverrideRefused::himself));
    auto const other = test::a_person(db, "admin"), chief = test::a_person(db, "superadmin");
    for (auto const& above : {other, chief}) {
        wish.user = above.public_id;
        wish.type = Override::revoke;
        BOOST_TEST(is_refused(wish, OverrideRefused::outranked));
    }
    wish.by = chief.id;
    wish.user = other.public_id;
    BOOST_TEST(bool(overrides.set(wish)));
    BOOST_TEST(audited("access.%") == 0);
}

BOOST_AUTO_TEST_CASE(a_repeated_wish_is_answered_as_at_first_and_told_once) {
    auto wish = grant("a demonstration");
    wish.idempotency_key = "key-" + sita.public_id.text();
    auto const first = overrides.set(wish), second = overrides.set(wish);
    BOOST_REQUIRE((first && second));
    BOOST_TEST(first->text() == second->text());
    BOOST_TEST(written_to(sita.email.text()) == 1);
    wish.idempotency_key += "-other";
    auto const third = overrides.set(wish);
    BOOST_TEST(third->text() != first->text());
    BOOST_TEST(written_to(sita.email.text()) == 2);
    wish.user = test::a_person(db).public_id;  // the key of one wish is not that of another
    BOOST_TEST(overrides.set(wish)->text() != third->text());
}

BOOST_AUTO_TEST_CASE(an_override_is_ended_only_among_those_of_its_person) {
    auto const id = *overrides.set(grant("a demonstration"));
    auto const other = test::a_person(db);
    auto const ended = overrides.end(other.public_id, id, by);
    BOOST_TEST((!ended && ended.error() == OverrideRefused::not_running));
    BOOST_TEST(reason() == "granted");
    clock.advance(days{1});
    BOOST_TEST(is_ended(id));
    BOOST_TEST(reason() == "no_subscription");
}

BOOST_AUTO_TEST_CASE(what_is_over_by_its_day_cannot_be_ended_again) {
    auto wish = grant("a demonstration");
    wish.valid_until = clock.now() + days{2};
    auto const id = *overrides.set(wish);
    clock.advance(days{2});
    BOOST_TEST(!is_ended(id));
    BOOST_TEST(written_to(sita.email.text()) == 1);
}

BOOST_AUTO_TEST_CASE(whoever_gave_only_a_number_is_told_by_text) {
    db.execute("UPDATE users SET email = NULL WHERE id = :user", {{"user", sita.id}});
    BOOST_TEST(bool(overrides.set(grant("a demonstration"))));
    BOOST_TEST(written_to(sita.phone.e164()) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
