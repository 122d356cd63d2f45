#include <boost/test/unit_test.hpp>

#include "domain/subscriptions/reminders.h"
#include "support/renewing.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;

BOOST_FIXTURE_TEST_SUITE(leave_to_renew, test::Renewing)

BOOST_AUTO_TEST_CASE(it_is_begun_at_the_last_period_s_price_from_where_that_ends) {
    auto const mandate = begun();
    BOOST_TEST(mandate.months == 3);
    BOOST_TEST(mandate.total.paise() == 159182);
    BOOST_TEST((mandate.first_charge_at == ends()));
    BOOST_TEST(mandate.bill_to.name == sita.name);
    BOOST_TEST((mandate.status() == MandateStatus::created));
    BOOST_TEST(!renews_itself());
    BOOST_TEST(count("payments") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(the_same_wish_again_is_the_same_mandate_and_one_plan_serves_all) {
    auto const first = begun();
    BOOST_TEST((begun().id == first.id));
    BOOST_TEST(gateway.mandates_made() == 1);
    auto const plans = gateway.plans_made();
    clock.advance(25h);
    auto const second = begun();
    BOOST_TEST((second.id != first.id));
    BOOST_TEST((now(first).end == MandateEnd::replaced));
    BOOST_TEST(gateway.plans_made() == plans);
    BOOST_TEST(count("mandates", "ended_at IS NULL") == 1);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_renewed_by_itself_is_refused_with_its_reason) {
    auto const refused = [&](MandateWish const& wish) {
        auto const answer = mandates.begin(wish);
        BOOST_REQUIRE(!answer);
        return answer.error();
    };
    auto const other = test::a_person(db);
    BOOST_TEST((refused({other.id, held, ""}) == MandateRefused::not_his));
    Mandates closed{counter.db, clock, gateway.config(), counter.gateway, counter.capture};
    BOOST_TEST((closed.begin(wish()).error() == MandateRefused::switched_off));
    gateway.be(test::GatewayFake::Mood::broken);
    BOOST_TEST((refused(wish()) == MandateRefused::gateway_away));
    gateway.be(test::GatewayFake::Mood::well);
    clock.set(ends() - 47h);
    BOOST_TEST((refused(wish()) == MandateRefused::ends_too_soon));
    clock.set(ends() + 1s);
    BOOST_TEST((refused(wish()) == MandateRefused::not_running));
    BOOST_TEST(count("mandates", "status <> 'created'") == 0);
}

BOOST_AUTO_TEST_CASE(nothing_above_the_limit_of_the_rules_is_charged_by_itself) {
    auto const price = [&](std::int64_t rupees) {
        db.execute(
            "UPDATE module_pricings SET sale_price_paise = NULL, base_price_paise = :price WHERE id = "
            "(SELECT pricing_id FROM subscriptions WHERE public_id = :held)",
            {{"price", Money::from_rupees(rupees)}, {"held", held}});
    };
    db::Transaction change{db};
    auto const before = db.one(
        "SELECT base_price_paise, sale_price_paise FROM module_pricings WHERE id = (SELECT "
        "pricing_id FROM subscriptions WHERE public_id = :held)",
        {{"held", held}}, [](db::Row const& row) {
            return std::pair{row.money("base_price_paise"), row.maybe_money("sale_price_paise")};
        });
    price(12'712);
    change.commit();
    auto const refused = mandates.begin(wish());
    price(12'711);
    auto const taken = mandates.begin(wish());
    db.execute(
        "UPDATE module_pricings SET base_price_paise = :base, sale_price_paise = :sale WHERE id = (SELECT "
        "pricing_id FROM subscriptions WHERE public_id = :held)",
        {{"base", before.first}, {"sale", before.second}, {"held", held}});
    BOOST_TEST((!refused && refused.error() == MandateRefused::above_limit));
    BOOST_TEST(bool(taken));
}

BOOST_AUTO_TEST_CASE(a_trial_has_nothing_to_renew_but_a_wish) {
    auto const trial = subscriptions::Subscriptions{counter.db, clock, config.secret_keys}.start_trial(
        {.user = sita.id,
         .public_user = sita.public_id,
         .phone = sita.phone.e164(),
         .email = "",
         .ip_address = ""},
        Module::bill);
    BOOST_REQUIRE(bool(trial));
    auto const refused = mandates.begin({sita.id, trial->public_id, ""});
    BOOST_TEST((!refused && refused.error() == MandateRefused::not_bought));
    auto const renewal = mandates.set({sita.id, trial->public_id, ""}, {});
    BOOST_TEST((renewal->is_on && !renewal->to_authorise));
    BOOST_TEST(!mandates.set({sita.id, trial->public_id, ""}, {})->is_on);
    BOOST_TEST(count("mandates") == 0);
}

BOOST_AUTO_TEST_CASE(checkout_s_word_turns_it_on_once_the_gateway_confirms_it) {
    auto const mandate = begun();
    auto const payment = test::fresh_gateway_id("pay_");
    auto const signature =
        hmac_sha256_hex(config.gateway.key_secret, payment + "|" + *mandate.gateway_subscription_id);
    MandateWord const word{sita.id, *mandate.gateway_subscription_id, payment, signature, "10.0.0.1"};
    auto forged = word;
    forged.signature = std::string(64, '0');
    BOOST_TEST((mandates.take(forged).error() == WordRefused::wrong_signature));
    auto stranger = word;
    stranger.user = test::a_person(db).id;
    BOOST_TEST((mandates.take(stranger).error() == WordRefused::not_his));
    BOOST_TEST((mandates.take({sita.id, "sub_nobody", payment, signature, ""}).error() ==
                WordRefused::unknown_order));
    BOOST_TEST((now(mandate).status() == MandateStatus::created));

    BOOST_TEST((mandates.take(word)->status() == MandateStatus::created));  // the gateway does not say so yet
    BOOST_TEST(!renews_itself());
    gateway.has(as(mandate, MandateStatus::authenticated));
    run_jobs();
    BOOST_TEST(renews_itself());
    BOOST_TEST((mandates.take(word)->status() == MandateStatus::authenticated));
    BOOST_TEST(hear(test::event("subscription.authenticated", as(mandate, MandateStatus::authenticated))) ==
               "nothing_new");
    BOOST_TEST(letters("on") == 1);
    BOOST_TEST((now(mandate).next_charge_at == mandate.first_charge_at));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(turned_off_it_is_over_at_once_and_the_gateway_is_told) {
    auto const mandate = authorised();
    auto const other = test::a_person(db);
    BOOST_TEST((mandates.set({other.id, held, ""}, false).error() == MandateRefused::not_his));
    BOOST_TEST(!mandates.set(wish(), false)->is_on);
    BOOST_TEST((now(mandate).end == MandateEnd::turned_off));
    BOOST_TEST(!renews_itself());
    BOOST_TEST(letters("over") == 1);
    gateway.be(test::GatewayFake::Mood::broken);
    run_jobs();
    BOOST_TEST(!now(mandate).gateway_ended_at.has_value());
    gateway.be(test::GatewayFake::Mood::well);
    clock.advance(10s);
    run_jobs();
    BOOST_TEST(now(mandate).gateway_ended_at.has_value());
    BOOST_TEST(
        (gateway.mandate(*mandate.gateway_subscription_id).standing.status == MandateStatus::cancelled));
    BOOST_TEST(!mandates.set(wish(), false)->is_on);
    BOOST_TEST(letters("over") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(who_pays_by_hand_is_not_charged_for_the_same) {
    auto const mandate = authorised();
    counter.capture.apply(told(order()), Messenger::webhook);
    BOOST_TEST((now(mandate).end == MandateEnd::paid_by_hand));
    BOOST_TEST(!renews_itself());
    run_jobs();
    BOOST_TEST(
        (gateway.mandate(*mandate.gateway_subscription_id).standing.status == MandateStatus::cancelled));
    auto const again = begun();
    BOOST_TEST((again.first_charge_at == ends()));
    counter.capture.apply(told(order({.module = Module::bill, .months = 3})), Messenger::webhook);
    BOOST_TEST((now(again).status() == MandateStatus::created));  // another module is no matter of it
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(what_nobody_authorised_ends_by_itself) {
    auto const mandate = begun();
    only_own();
    clock.advance(25h);
    only_schedules_sleep();
    BOOST_TEST(reconcile_mandates(worker.db, clock) == 1);
    run_jobs();
    BOOST_TEST((now(mandate).end == MandateEnd::not_authorised));
    BOOST_TEST(letters("over") == 0);
    BOOST_TEST(reconcile_mandates(worker.db, clock) == 0);
}

BOOST_AUTO_TEST_CASE(each_charge_is_announced_once_and_no_payment_is_asked_for) {
    auto const mandate = authorised();
    only_own();
    auto const key = config.secret_keys.front();
    clock.set(mandate.first_charge_at - 73h);
    BOOST_TEST(announce_charges(worker.db, clock, key) == 0);
    clock.set(mandate.first_charge_at - 72h);
    BOOST_TEST(announce_charges(worker.db, clock, key) == 1);
    BOOST_TEST(announce_charges(worker.db, clock, key) == 0);
    subscriptions::remind(worker.db, clock, key);
    BOOST_TEST(count("outbox_messages", "kind = 'reminder'") == 0);
    BOOST_TEST(!mandates.set(wish(), false)->is_on);
    subscriptions::remind(worker.db, clock, key);
    BOOST_TEST(count("outbox_messages", "kind = 'reminder'") == 1);
    BOOST_TEST(announce_charges(worker.db, clock, key) == 0);
}

BOOST_AUTO_TEST_CASE(nothing_is_charged_for_what_does_not_go_on) {
    auto const mandate = authorised();
    BOOST_TEST(
        (mandates.cancel({.user = test::a_person(db).id, .subscription = held, .ip_address = ""}).error() ==
         subscriptions::CancelRefused::not_his));
    MandateEnding{worker.db, clock, config}.end_orphans();
    BOOST_TEST((now(mandate).status() == MandateStatus::authenticated));
    BOOST_TEST(bool(mandates.cancel({.user = sita.id, .subscription = held, .ip_address = "10.0.0.1"})));
    BOOST_TEST((now(mandate).end == MandateEnd::subscription_over));
    BOOST_TEST(!renews_itself());
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(who_is_closed_out_is_not_charged) {
    auto const mandate = authorised();
    db.execute("UPDATE users SET is_active = false WHERE id = :user", {{"user", sita.id}});
    MandateEnding{worker.db, clock, config}.end_orphans();
    BOOST_TEST((now(mandate).end == MandateEnd::subscription_over));
}

BOOST_AUTO_TEST_CASE(who_leaves_is_not_charged_in_the_days_in_which_he_may_stay) {
    auto const mandate = authorised();
    db.execute(R"(
        INSERT INTO account_deletions (public_id, user_id, status, requested_at, due_at)
        VALUES (uuid_v7(), :user, 'pending', :now, :due)
    )",
               {{"user", sita.id}, {"now", clock.now()}, {"due", clock.now() + 168h}});
    MandateEnding{worker.db, clock, config}.end_orphans();
    BOOST_TEST((now(mandate).end == MandateEnd::subscription_over));
    BOOST_TEST(!renews_itself());
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(where_none_are_taken_auto_renew_is_a_wish_and_running_ones_go_on) {
    auto const mandate = authorised();
    Mandates closed{counter.db, clock, gateway.config(), counter.gateway, counter.capture};
    BOOST_TEST(closed.set(wish(), true)->is_on);
    BOOST_TEST(!closed.set(wish(), {})->is_on);
    BOOST_TEST((now(mandate).end == MandateEnd::turned_off));
    BOOST_TEST(closed.set(wish(), {})->is_on);
    BOOST_TEST(count("mandates") == 1);
    BOOST_TEST(renews_itself());
}

BOOST_AUTO_TEST_SUITE_END()
