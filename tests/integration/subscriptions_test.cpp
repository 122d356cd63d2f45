#include <boost/test/unit_test.hpp>

#include <thread>

#include "db/failure.h"
#include "domain/subscriptions/access_book.h"
#include "domain/subscriptions/expiry.h"
#include "domain/subscriptions/subscriptions.h"
#include "domain/subscriptions/usage.h"
#include "support/database.h"
#include "support/people.h"

using namespace ssr;
using namespace ssr::subscriptions;

namespace {

// Somebody at the counter, served by the handler's own role.
struct Counter : test::Database {
    FixedClock clock{*parse_instant("2026-11-24T10:00:00Z")};
    db::Session own{{test::clone_as("ssr_subscriptions")}};
    Subscriptions counter{own, clock, {std::string(64, 'k')}};
    AccessBook book{own, clock};
    test::Person sita = test::a_person(db);

    Trialist trialist(test::Person const& who) const {
        return {who.id, who.public_id, who.phone.e164(), who.email.text(), "10.0.0.1"};
    }
    ModuleId module_id(Module module) {
        return db.one("SELECT id FROM modules WHERE code = :code", {{"code", code(module)}},
                      [](db::Row const& row) { return row.id<ModuleId>("id"); });
    }
    PaymentId paid() {
        return db.one(R"(
            INSERT INTO payments (public_id, order_id, user_id, subtotal_paise, gst_amount_paise, total_amount_paise,
                                  pricing_snapshot, billing_name, billing_state_code, created_at)
            VALUES (:public_id, :public_id, :user, 100, 0, 100, '{"price_paise": 100}', 'Sita', '36', :now) RETURNING id
        )",
                      {{"public_id", new_public_id()}, {"user", sita.id}, {"now", clock.now()}},
                      [](db::Row const& row) { return row.id<PaymentId>("id"); });
    }
    Standing buy(int months, std::optional<std::int64_t> limit = std::nullopt) {
        db::Transaction transaction{own};
        auto const standing = counter.extend({.user = sita.id,
                                              .module = module_id(Module::estimate),
                                              .pricing = PricingId{1},
                                              .payment = paid(),
                                              .months = months,
                                              .usage_limit = limit});
        transaction.commit();
        return standing;
    }
    std::string reason(Module module = Module::estimate) {
        return std::string{code(book.of(sita.id, module).reason)};
    }
    std::int64_t count(std::string const& of) {
        return db.one("SELECT count(*) AS n FROM " + of, {{"user", sita.id}},
                      [](db::Row const& row) { return row.integer("n"); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(having_modules, Counter)

BOOST_AUTO_TEST_CASE(a_trial_opens_its_module_for_its_days_and_no_other) {
    BOOST_TEST(reason() == "no_subscription");
    auto const trial = counter.start_trial(trialist(sita), Module::estimate);
    BOOST_REQUIRE(bool(trial));
    BOOST_TEST((trial->expires_at == clock.now() + std::chrono::days{7}));
    BOOST_TEST(reason() == "trial");
    BOOST_TEST(reason(Module::bill) == "no_subscription");
    clock.set(trial->expires_at);
    BOOST_TEST(reason() == "expired");
}

BOOST_AUTO_TEST_CASE(a_second_trial_is_refused_while_it_runs_and_after_it) {
    BOOST_TEST(bool(counter.start_trial(trialist(sita), Module::estimate)));
    auto const again = counter.start_trial(trialist(sita), Module::estimate);
    BOOST_TEST(!again);
    BOOST_TEST((again.error() == TrialRefused::had_before));
    clock.advance(std::chrono::days{30});
    BOOST_TEST((counter.start_trial(trialist(sita), Module::estimate).error() == TrialRefused::had_before));
    BOOST_TEST(bool(counter.start_trial(trialist(sita), Module::bill)));
}

BOOST_AUTO_TEST_CASE(another_account_with_the_same_number_or_mail_has_no_trial_left) {
    BOOST_TEST(bool(counter.start_trial(trialist(sita), Module::estimate)));
    auto const other = test::a_person(db);
    auto disguised = trialist(other);
    disguised.phone = sita.phone.e164();
    BOOST_TEST(!counter.start_trial(disguised, Module::estimate));
    disguised = trialist(other);
    disguised.email = sita.email.text();
    BOOST_TEST(!counter.start_trial(disguised, Module::estimate));
    BOOST_TEST(bool(counter.start_trial(trialist(other), Module::estimate)));
}

BOOST_AUTO_TEST_CASE(a_trial_is_remembered_when_the_key_was_changed) {
    BOOST_TEST(bool(counter.start_trial(trialist(sita), Module::estimate)));
    clock.advance(std::chrono::days{30});
    Subscriptions after{own, clock, {std::string(64, 'n'), std::string(64, 'k')}};
    BOOST_TEST(!after.start_trial(trialist(sita), Module::estimate));
}

BOOST_AUTO_TEST_CASE(parallel_wishes_for_a_trial_give_one) {
    std::vector<std::thread> threads;
    std::atomic<int> given = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            db::Session mine{{test::clone_as("ssr_subscriptions")}};
            given += bool(Subscriptions{mine, clock, {std::string(64, 'k')}}.start_trial(trialist(sita),
                                                                                         Module::estimate));
        });
    for (auto& each : threads) each.join();
    BOOST_TEST(given == 1);
}

BOOST_AUTO_TEST_CASE(a_purchase_after_the_trial_is_a_subscription_of_its_own_and_keeps_the_days_left) {
    auto const trial = counter.start_trial(trialist(sita), Module::estimate);
    auto const bought = buy(12);
    BOOST_TEST((bought.id != trial->id));
    BOOST_TEST((bought.expires_at == add_months(trial->expires_at, 12)));
    BOOST_TEST(reason() == "subscribed");
}

BOOST_AUTO_TEST_CASE(a_renewal_lengthens_the_same_subscription) {
    auto const first = buy(1);
    auto const second = buy(3);
    BOOST_TEST((first.id == second.id));
    BOOST_TEST((second.expires_at == add_months(first.expires_at, 3)));
    BOOST_TEST(count("subscription_periods p JOIN subscriptions s ON s.id = p.subscription_id WHERE "
                     "s.user_id = :user") == 2);
}

BOOST_AUTO_TEST_CASE(who_lets_it_end_and_buys_again_has_a_new_one_with_its_uses_at_zero) {
    auto const first = buy(1, 2);
    auto access = book.of(sita.id, Module::estimate);
    Use const use{sita.id, "estimate.downloaded", "", "10.0.0.1"};
    BOOST_TEST(count_use(own, clock, access, use) == true);
    clock.advance(std::chrono::days{40});
    auto const second = buy(1, 2);
    BOOST_TEST((first.id != second.id));
    BOOST_TEST(book.of(sita.id, Module::estimate).facts.usage_left.value() == 2);
}

BOOST_AUTO_TEST_CASE(the_limit_of_uses_holds_under_parallel_uses) {
    buy(1, 10);
    db::Session estimate{{test::clone_as("ssr_estimate")}};
    std::vector<std::thread> threads;
    std::atomic<int> counted = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            db::Session mine{{test::clone_as("ssr_estimate")}};
            auto const access = AccessBook{mine, clock}.of(sita.id, Module::estimate);
            for (int n = 0; n < 5; ++n)
                counted += count_use(mine, clock, access, {sita.id, "estimate.downloaded", "", "10.0.0.1"});
        });
    for (auto& each : threads) each.join();
    BOOST_TEST(counted == 10);
    BOOST_TEST(count("usage_logs WHERE user_id = :user") == 10);
    BOOST_TEST(reason() == "usage_exhausted");
}

BOOST_AUTO_TEST_CASE(a_use_by_the_office_s_grant_is_logged_and_counts_against_nothing) {
    buy(1, 1);
    auto access = book.of(sita.id, Module::estimate);
    access.reason = Reason::granted;
    for (int n = 0; n < 3; ++n) BOOST_TEST(count_use(own, clock, access, {sita.id, "x", "", ""}));
    BOOST_TEST(count("usage_logs WHERE user_id = :user AND subscription_id IS NULL") == 3);
    BOOST_TEST(book.of(sita.id, Module::estimate).facts.usage_left.value() == 1);
}

BOOST_AUTO_TEST_CASE(cancelled_for_the_end_it_stays_open_till_then_and_is_cancelled_after_it) {
    auto const bought = buy(1);
    auto const cancelled = counter.cancel({sita.id, bought.public_id, true, "10.0.0.1"});
    BOOST_REQUIRE(bool(cancelled));
    BOOST_TEST((cancelled->expires_at == bought.expires_at));
    BOOST_TEST(reason() == "subscribed");
    BOOST_TEST(bool(counter.cancel({sita.id, bought.public_id, true, "10.0.0.1"})));
    clock.set(bought.expires_at);
    expire_due(db, clock);
    BOOST_TEST(reason() == "cancelled");
}

BOOST_AUTO_TEST_CASE(cancelled_at_once_it_is_closed_at_once) {
    auto const bought = buy(1);
    clock.advance(std::chrono::hours{1});
    BOOST_TEST(bool(counter.cancel({sita.id, bought.public_id, false, "10.0.0.1"})));
    BOOST_TEST(reason() == "cancelled");
    BOOST_TEST(buy(1).expires_at.time_since_epoch().count() > 0);
    BOOST_TEST(reason() == "subscribed");
}

BOOST_AUTO_TEST_CASE(nobody_cancels_another_s) {
    auto const bought = buy(1);
    auto const other = test::a_person(db);
    auto const refused = counter.cancel({other.id, bought.public_id, true, "10.0.0.1"});
    BOOST_TEST((!refused && refused.error() == CancelRefused::not_his));
    BOOST_TEST(reason() == "subscribed");
}

BOOST_AUTO_TEST_SUITE_END()
