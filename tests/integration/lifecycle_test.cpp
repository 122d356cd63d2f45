#include <boost/test/unit_test.hpp>

#include <random>

#include "domain/subscriptions/access_book.h"
#include "domain/subscriptions/expiry.h"
#include "domain/subscriptions/reminders.h"
#include "domain/subscriptions/usage.h"
#include "support/inbox.h"
#include "support/shop.h"
#include "support/worker.h"

using namespace ssr;
using namespace ssr::subscriptions;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

// A person's life with a module, by the clock and the worker's schedules.
struct Life : test::Shop {
    test::Worker worker{clock, gateway.config()};
    db::Session office{{test::clone_as("ssr_admin")}};
    test::Person officer = test::a_person(db, "admin");
    Subscriptions mine{counter.db, clock, gateway.config().secret_keys};
    Subscriptions staff{office, clock, gateway.config().secret_keys};

    Life() {
        only_own_jobs();
        db.run_script(R"(
            DELETE FROM job_schedules;
            INSERT INTO job_schedules (name, kind, every_seconds, next_run_at) VALUES
                ('subscriptions.expire', 'subscriptions.expire', 300, '2020-01-01Z'),
                ('subscriptions.remind', 'subscriptions.remind', 3600, '2020-01-01Z'))");
    }

    billing::Payment buy(int months = 1, Module module = Module::estimate) {
        auto const payment = order({.module = module, .months = months});
        counter.capture.apply(told(payment), billing::Messenger::webhook);
        return payment;
    }
    ModuleAccess access(Module module = Module::estimate) {
        return AccessBook{db, clock}.of(sita.id, module);
    }
    std::string reason(Module module = Module::estimate) { return std::string{code(access(module).reason)}; }
    PublicSubscriptionId subscription() {
        return db.one("SELECT public_id FROM subscriptions WHERE user_id = :user ORDER BY id DESC LIMIT 1",
                      {{"user", sita.id}},
                      [](db::Row const& row) { return row.public_id<PublicSubscriptionId>("public_id"); });
    }
    void at(std::string const& moment) {
        clock.set(*parse_instant(moment));
        worker.runner.run_due();
    }
    std::int64_t messages(std::string const& kind) {
        return count("outbox_messages", "kind = '" + kind + "'");
    }
    Intervention intervention(PublicSubscriptionId const& id) const {
        return {.by = officer.id,
                .subscription = id,
                .reason = "asked on the telephone",
                .ip_address = "10.0.0.1"};
    }
    bool use() { return count_use(counter.db, clock, access(), {sita.id, "estimate.downloaded", "", ""}); }
    void limit_uses(std::string const& to) {
        db.run_script("UPDATE module_pricings SET usage_limit = " + to +
                      " WHERE module_id = (SELECT id FROM modules WHERE code = 'estimate')");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(a_life_with_a_module, Life)

// Bought on 24-11-2026 for a month; three days of grace.
BOOST_AUTO_TEST_CASE(trial_paid_reminded_in_grace_expired_and_renewed) {
    auto const trial = mine.start_trial({sita.id, sita.public_id, sita.phone.e164(), sita.email.text(), ""},
                                        Module::estimate);
    BOOST_REQUIRE(bool(trial));
    BOOST_TEST(reason() == "trial");
    at("2026-11-28T10:00:00Z");
    BOOST_TEST(messages("reminder") == 1);  // three days before the trial's end; a week is all of it
    at("2026-12-01T10:00:00Z");
    BOOST_TEST(reason() == "expired");

    buy();
    BOOST_TEST(reason() == "subscribed");
    auto const before = messages("reminder");
    at("2026-12-25T10:00:00Z");
    BOOST_TEST(messages("reminder") == before + 1);
    at("2026-12-29T10:00:00Z");
    BOOST_TEST(messages("reminder") == before + 2);
    at("2026-12-31T11:00:00Z");
    BOOST_TEST(messages("reminder") == before + 3);
    at("2027-01-01T10:00:00Z");
    BOOST_TEST(reason() == "subscribed");
    BOOST_TEST(is_in_grace(access().facts, clock.now()));
    BOOST_TEST(messages("reminder") == before + 4);
    at("2027-01-04T09:59:59Z");
    BOOST_TEST(reason() == "subscribed");
    clock.advance(1s);
    BOOST_TEST(reason() == "expired");
    at("2027-01-04T10:05:00Z");
    BOOST_TEST(count("subscriptions", "status = 'active'") == 0);
    BOOST_TEST(messages("reminder") == before + 4);
    BOOST_TEST(count("audit_logs", "action = 'payment.captured'") == 1);

    buy();
    BOOST_TEST(reason() == "subscribed");
    BOOST_TEST(count("subscriptions", "expires_at = '2027-02-04T10:05:00Z' AND status = 'active'") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(schedules_that_run_twice_do_nothing_twice) {
    buy();
    clock.set(*parse_instant("2026-12-20T10:00:00Z"));
    BOOST_TEST(remind(worker.db, clock, gateway.config().secret_keys.front()) >= 1);
    auto const sent = messages("reminder");
    BOOST_TEST(sent == 1);
    remind(worker.db, clock, gateway.config().secret_keys.front());
    BOOST_TEST(messages("reminder") == sent);
    clock.set(*parse_instant("2027-12-20T10:00:00Z"));
    BOOST_TEST(expire_due(worker.db, clock) >= 1);
    BOOST_TEST(expire_due(worker.db, clock) == 0);
    begin_periods(worker.db, clock);
    BOOST_TEST(begin_periods(worker.db, clock) == 0);
}

BOOST_AUTO_TEST_CASE(who_cancelled_is_not_reminded_and_has_no_grace) {
    buy();
    BOOST_TEST(bool(mine.cancel({sita.id, subscription(), true, ""})));
    at("2026-12-23T10:00:00Z");
    BOOST_TEST(messages("reminder") == 0);
    BOOST_TEST(reason() == "subscribed");
    at("2026-12-24T10:00:00Z");
    BOOST_TEST(reason() == "cancelled");
}

BOOST_AUTO_TEST_CASE(who_changes_his_mind_keeps_it_and_is_reminded_again) {
    buy();
    BOOST_TEST(bool(mine.cancel({sita.id, subscription(), true, ""})));
    BOOST_TEST(bool(mine.keep(sita.id, subscription(), "")));
    auto const other = test::a_person(db);
    auto const not_his = mine.keep(other.id, subscription(), "");
    BOOST_TEST((!not_his && not_his.error() == CancelRefused::not_his));
    at("2026-12-23T10:00:00Z");
    BOOST_TEST(messages("reminder") == 1);
    at("2026-12-24T10:00:00Z");
    BOOST_TEST(reason() == "subscribed");
}

BOOST_AUTO_TEST_CASE(who_cancelled_and_subscribes_again_has_a_new_one_with_his_days_left) {
    buy();
    auto const first = subscription();
    BOOST_TEST(bool(mine.cancel({sita.id, first, true, ""})));
    buy();
    BOOST_TEST((subscription() != first));
    BOOST_TEST(count("subscriptions", "status = 'cancelled'") == 1);
    BOOST_TEST(count("subscriptions", "status = 'active' AND expires_at = '2027-01-24T10:00:00Z'") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_renewal_in_the_days_of_grace_joins_on_at_the_end) {
    buy();
    at("2026-12-26T10:00:00Z");
    buy();
    BOOST_TEST(count("subscriptions", "expires_at = '2027-01-24T10:00:00Z' AND status = 'active'") == 1);
    BOOST_TEST(count("subscriptions") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(uses_begin_anew_with_each_paid_stretch) {
    limit_uses("2");
    buy();
    buy();
    limit_uses("NULL");
    BOOST_TEST(use());
    BOOST_TEST(use());
    BOOST_TEST(!use());
    BOOST_TEST(reason() == "usage_exhausted");
    at("2026-12-24T10:00:00Z");
    BOOST_TEST(reason() == "subscribed");
    BOOST_TEST(use());
    BOOST_TEST(access().facts.usage_left.value() == 1);
    worker.runner.run_due();
    BOOST_TEST(access().facts.usage_left.value() == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_use_between_the_new_stretch_and_its_notice_counts_in_the_new_one) {
    limit_uses("2");
    buy();
    buy();
    limit_uses("NULL");
    BOOST_TEST(use());
    clock.set(*parse_instant("2026-12-24T10:00:01Z"));
    BOOST_TEST(use());
    worker.runner.run_due();
    BOOST_TEST(access().facts.usage_left.value() == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(staff_pause_and_resume_and_the_time_is_given_back) {
    buy();
    auto const id = subscription();
    BOOST_TEST(bool(staff.suspend(intervention(id))));
    BOOST_TEST(reason() == "suspended");
    auto const again = staff.suspend(intervention(id));
    BOOST_TEST((!again && again.error() == InterventionRefused::not_running));
    clock.advance(days{10});
    worker.runner.run_due();
    auto const resumed = staff.resume(intervention(id));
    BOOST_REQUIRE(bool(resumed));
    BOOST_TEST(to_iso(resumed->expires_at) == "2027-01-03T10:00:00Z");
    BOOST_TEST(reason() == "subscribed");
    auto const not_again = staff.resume(intervention(id));
    BOOST_TEST((!not_again && not_again.error() == InterventionRefused::not_suspended));
    auto const nobody_s = staff.resume(intervention(PublicSubscriptionId::fresh()));
    BOOST_TEST((!nobody_s && nobody_s.error() == InterventionRefused::unknown));
    BOOST_TEST(
        db.one("SELECT count(*) AS n FROM audit_logs WHERE user_id = :by AND action LIKE 'subscription.%ed'",
               {{"by", officer.id}}, [](db::Row const& row) { return row.integer("n"); }) == 2);
    BOOST_TEST(count("outbox_messages", "kind = 'access'") == 2);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(auto_renew_is_his_to_set_and_nobody_else_s) {
    buy();
    auto const set = [&](std::optional<bool> is_on) {
        auto const is = mine.set_auto_renew(sita.id, subscription(), is_on, "");
        BOOST_REQUIRE(bool(is));
        return *is;
    };
    BOOST_TEST(set(true));
    BOOST_TEST(set(true));
    BOOST_TEST(count("subscriptions", "auto_renew") == 1);
    BOOST_TEST(count("audit_logs", "action = 'subscription.auto_renew_set'") == 1);
    BOOST_TEST(!set(std::nullopt));
    BOOST_TEST(count("subscriptions", "auto_renew") == 0);
    BOOST_TEST(set(std::nullopt));
    auto const other = test::a_person(db);
    BOOST_TEST(!mine.set_auto_renew(other.id, subscription(), false, ""));
    BOOST_TEST(count("subscriptions", "auto_renew") == 1);
}

BOOST_AUTO_TEST_CASE(a_reminder_says_what_is_to_be_done_by_who_wants_to_go_on) {
    test::Inbox inbox{db, gateway.config().secret_keys.front()};
    buy();
    at("2026-12-17T10:00:00Z");
    BOOST_TEST(inbox.text(sita.email.text()).find("Renew it to go on") != std::string::npos);
    BOOST_TEST(bool(mine.set_auto_renew(sita.id, subscription(), true, "")));
    at("2026-12-21T10:00:00Z");
    auto const text = inbox.text(sita.email.text());
    BOOST_TEST(text.find("pay for the next period") != std::string::npos);
    BOOST_TEST(text.find("Nothing is charged by itself") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_upgrade_begins_at_once_and_credits_what_is_left) {
    buy(1);
    clock.advance(days{15} + 1h);
    billing::Wish const upgrade{.module = Module::estimate, .months = 12, .upgrader = sita.id};
    auto const preview = counter.checkout.price(upgrade, *State::parse("36"), std::nullopt);
    BOOST_REQUIRE(bool(preview));
    BOOST_TEST(preview->quote.lines[0].credit.paise() == 23287);  // 14 thirtieths of 499 rupees
    clock.advance(3h);
    auto const payment = order(upgrade);
    BOOST_TEST((payment.total == preview->quote.total()));
    counter.capture.apply(told(payment), billing::Messenger::webhook);
    BOOST_TEST(count("subscriptions") == 1);
    BOOST_TEST(count("subscriptions", "status = 'active' AND expires_at = '2027-12-09T14:00:00Z'") == 1);
    BOOST_TEST(count("invoices", "total_amount_paise = " + std::to_string(payment.total.paise())) == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(what_was_paid_ahead_is_kept_by_an_upgrade) {
    buy(1);
    buy(1);
    clock.advance(days{10});
    billing::Wish const upgrade{.module = Module::estimate, .months = 12, .upgrader = sita.id};
    auto const preview = counter.checkout.price(upgrade, *State::parse("36"), std::nullopt);
    BOOST_REQUIRE((preview && preview->upgraded));
    auto const& used = *preview->upgraded;
    auto const term = term_of_upgrade(used.subscription_ends_at, used.ends_at - clock.now(), 12, clock.now());
    counter.capture.apply(told(order(upgrade)), billing::Messenger::webhook);
    BOOST_TEST(to_iso(term.ends_at) == to_iso(*access().facts.expires_at));
    BOOST_TEST(to_iso(term.starts_at) == "2027-01-04T10:00:00Z");  // a month of 31 days, from the fourth on
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(what_is_left_is_credited_to_one_order_only) {
    buy(1);
    auto const first = order({.module = Module::estimate, .months = 12, .upgrader = sita.id});
    auto const second = order({.module = Module::estimate, .months = 6, .upgrader = sita.id});
    counter.capture.apply(told(first), billing::Messenger::webhook);
    auto const end = access().facts.expires_at;
    BOOST_TEST((counter.capture.apply(told(second), billing::Messenger::webhook) ==
                billing::CaptureOutcome::in_review));
    BOOST_TEST((access().facts.expires_at == end));
    BOOST_TEST(count("payments", "review_reason LIKE 'upgrade: %' AND held_payment_id IS NOT NULL") == 1);
    BOOST_TEST(count("invoices") == 2);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(what_went_back_after_the_order_is_not_credited_by_it) {
    auto const first = buy(1);
    auto const upgrade = order({.module = Module::estimate, .months = 12, .upgrader = sita.id});
    Subscriptions{worker.db, clock, gateway.config().secret_keys}.forget_price_of(first.id);
    BOOST_TEST((counter.capture.apply(told(upgrade), billing::Messenger::webhook) ==
                billing::CaptureOutcome::in_review));
    BOOST_TEST(count("subscriptions", "expires_at = '2026-12-24T10:00:00Z'") == 1);
}

BOOST_AUTO_TEST_CASE(an_upgrade_that_is_paid_after_the_old_period_ended_begins_then) {
    buy(1);
    clock.set(*parse_instant("2026-12-23T10:00:00Z"));
    auto const upgrade = order({.module = Module::estimate, .months = 12, .upgrader = sita.id});
    clock.set(*parse_instant("2026-12-24T11:00:00Z"));
    counter.capture.apply(told(upgrade), billing::Messenger::webhook);
    BOOST_TEST(reason() == "subscribed");
    BOOST_TEST(count("subscriptions", "expires_at = '2027-12-24T10:00:00Z'") == 1);  // in its days of grace
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(nothing_is_credited_where_nothing_is_in_use_or_it_is_worth_more) {
    auto const refusal = [&](int months) {
        auto const sum =
            counter.checkout.price({.module = Module::estimate, .months = months, .upgrader = sita.id},
                                   *State::parse("36"), std::nullopt);
        return !sum && sum.error() == billing::CheckoutRefused::no_upgrade;
    };
    BOOST_TEST(refusal(12));
    buy(12);
    BOOST_TEST(refusal(1));
    auto const bundle = counter.checkout.price({.bundle = "all", .months = 12, .upgrader = sita.id},
                                               *State::parse("36"), std::nullopt);
    BOOST_TEST(!bundle);
}

BOOST_AUTO_TEST_CASE(where_upgrades_wait_for_the_renewal_nothing_is_credited_and_it_joins_on) {
    buy(1);
    db.run_script("UPDATE modules SET upgrade_policy = 'at_renewal' WHERE code = 'estimate'");
    auto const payment = order({.module = Module::estimate, .months = 12, .upgrader = sita.id});
    db.run_script("UPDATE modules SET upgrade_policy = 'prorate' WHERE code = 'estimate'");
    BOOST_TEST(payment.discount.paise() == 0);
    counter.capture.apply(told(payment), billing::Messenger::webhook);
    BOOST_TEST(count("subscriptions", "expires_at = '2027-12-24T10:00:00Z'") == 1);
}

BOOST_AUTO_TEST_CASE(what_went_back_is_not_credited_as_well) {
    auto const first = buy(1);
    Subscriptions{worker.db, clock, gateway.config().secret_keys}.forget_price_of(first.id);
    auto const sum = counter.checkout.price({.module = Module::estimate, .months = 12, .upgrader = sita.id},
                                            *State::parse("36"), std::nullopt);
    BOOST_REQUIRE(bool(sum));
    BOOST_TEST(sum->quote.discount.paise() == 0);
    BOOST_TEST(!sum->quote.lines[0].replaces.has_value());
}

BOOST_AUTO_TEST_CASE(random_upgrades_charge_what_their_preview_said) {
    std::mt19937 random{29};
    auto const pick = [&](int most) { return int(random() % unsigned(most)); };
    int const durations[] = {1, 3, 6};
    for (int i = 0; i < 25; ++i) {
        sita = test::a_person(db);
        buy(durations[pick(3)]);
        clock.advance(days{pick(25)} + std::chrono::seconds{pick(86400)});
        billing::Wish const upgrade{.module = Module::estimate, .months = 12, .upgrader = sita.id};
        auto const preview = counter.checkout.price(upgrade, *State::parse("36"), std::nullopt);
        BOOST_REQUIRE(bool(preview));
        auto const payment = order(upgrade);
        counter.capture.apply(told(payment), billing::Messenger::webhook);
        BOOST_REQUIRE((payment.total == preview->quote.total()));
        BOOST_REQUIRE_EQUAL(
            count("invoices", "total_amount_paise = " + std::to_string(preview->quote.total().paise())), 1);
        BOOST_REQUIRE_EQUAL(count("subscriptions", "status = 'active'"), 1);
    }
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_SUITE_END()
