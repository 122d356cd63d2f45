#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <thread>

#include "base/secure.h"
#include "domain/billing/comparison.h"
#include "domain/billing/gateway_events.h"
#include "domain/billing/mandates.h"
#include "domain/billing/nightly.h"
#include "domain/billing/webhook_inbox.h"
#include "domain/subscriptions/reminders.h"
#include "support/shop.h"
#include "support/worker.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;

namespace {

// Somebody who has Estimate for three months and lets it renew itself.
struct Renewing : test::Shop {
    BillingConfig const config = gateway.with_mandates();
    Mandates mandates{counter.db, clock, config, counter.gateway, counter.capture};
    db::Session inbox{{test::clone_as("ssr_webhooks")}};
    test::Worker worker{clock, config};
    GatewayEvents events{worker.db, clock, config};
    Payment const bought = sold();
    PublicSubscriptionId const held = subscriptions::Subscriptions{counter.db, clock, config.secret_keys}
                                          .given_for(bought.id)
                                          .at(0)
                                          .public_id;

    Payment sold() {
        auto payment = order();
        counter.capture.apply(told(payment), Messenger::webhook);
        return payment;
    }
    MandateWish wish() const { return {sita.id, held, "10.0.0.1"}; }
    Mandate begun() {
        auto mandate = mandates.begin(wish());
        BOOST_REQUIRE(bool(mandate));
        return *std::move(mandate);
    }
    GatewayMandate as(Mandate const& mandate, MandateStatus status, int paid = 0,
                      std::optional<Instant> charge_at = {}) const {
        return {.id = *mandate.gateway_subscription_id,
                .standing = {status, paid},
                .charge_at = charge_at ? charge_at : std::optional{mandate.first_charge_at},
                .method = "upi"};
    }
    // Authorised, and the gateway knows it.
    Mandate authorised() {
        auto const mandate = begun();
        gateway.has(as(mandate, MandateStatus::authenticated));
        BOOST_REQUIRE(mandates.ask(mandate));
        return now(mandate);
    }
    Mandate now(Mandate const& mandate) { return *MandateStore{db}.find(sita.id, mandate.public_id); }
    GatewayPayment charge_of(Mandate const& mandate, PaymentStatus status = PaymentStatus::captured) const {
        return {.id = test::fresh_gateway_id("pay_"),
                .order_id = test::fresh_gateway_id("order_"),
                .amount = mandate.total,
                .currency = "INR",
                .status = status,
                .failure = "",
                .was_captured = is_paid(status),
                .invoice_id = test::fresh_gateway_id("inv_")};
    }
    Instant next_cycle(Mandate const& mandate) const { return add_months(mandate.first_charge_at, 3); }

    std::string kept(std::string const& body) {
        auto const id = new_public_id();
        BOOST_REQUIRE((receive(inbox, clock, body, id) == WebhookReceipt::stored));
        return id;
    }
    std::string applied(std::string const& id) {
        events.apply(Json::Object{{"event_id", id}});
        return worker.db.one("SELECT coalesce(result, '') AS result FROM webhook_events WHERE event_id = :id",
                             {{"id", id}}, [](db::Row const& row) { return row.text("result"); });
    }
    std::string hear(std::string const& body) { return applied(kept(body)); }
    std::string hear_charged(Mandate const& mandate, GatewayPayment const& charge, int paid = 1) {
        return hear(test::event("subscription.charged",
                                as(mandate, MandateStatus::active, paid, next_cycle(mandate)), charge));
    }

    Instant ends() {
        return db.one("SELECT max(expires_at) AS at FROM subscriptions WHERE user_id = :user",
                      {{"user", sita.id}}, [](db::Row const& row) { return row.instant("at"); });
    }
    bool renews_itself() { return count("subscriptions", "auto_renew") == 1; }
    std::int64_t letters(std::string const& what) {
        return count("outbox_messages", "kind = 'mandate' AND event_key LIKE '%:" + what + "'");
    }
    // Of what other tests left nothing is due.
    void only_own() {
        db.execute("UPDATE mandates SET next_check_at = NULL, next_charge_at = NULL WHERE user_id <> :user",
                   {{"user", sita.id}});
    }
    void run_jobs() {
        only_schedules_sleep();
        worker.runner.run_due();
    }
    void only_schedules_sleep() {
        db.run_script(
            "UPDATE job_schedules SET next_run_at = '2100-01-01Z'; "
            "DELETE FROM jobs WHERE kind NOT LIKE 'mandate%'");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(leave_to_renew, Renewing)

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

BOOST_AUTO_TEST_CASE(a_charge_renews_from_the_end_with_an_invoice_and_a_receipt_once) {
    auto const mandate = authorised();
    auto const end = ends();
    clock.set(end);
    auto const charge = charge_of(mandate);
    BOOST_TEST(hear_charged(mandate, charge) == "captured");
    BOOST_TEST(hear_charged(mandate, charge) == "nothing_new");
    BOOST_TEST((ends() == add_months(end, 3)));
    BOOST_TEST(count("payments",
                     "status = 'captured' AND mandate_id IS NOT NULL AND total_amount_paise = 159182") == 1);
    BOOST_TEST(count("invoices") == 2);
    BOOST_TEST(count("outbox_messages", "kind = 'receipt'") == 2);
    BOOST_TEST(count("subscriptions") == 1);
    BOOST_TEST((now(mandate).next_charge_at == next_cycle(mandate)));
    BOOST_TEST(renews_itself());
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(all_720_orders_of_arrival_end_alike) {
    auto const mandate = begun();
    auto const charge = charge_of(mandate);
    clock.set(mandate.first_charge_at);
    auto const paid = as(mandate, MandateStatus::active, 1, next_cycle(mandate));
    std::vector<std::array<std::string, 2>> ids;
    for (auto const& body :
         {test::event("subscription.authenticated", as(mandate, MandateStatus::authenticated)),
          test::event("subscription.pending", as(mandate, MandateStatus::pending, 0, clock.now() + 24h)),
          test::event("subscription.activated", paid), test::event("subscription.charged", paid, charge),
          test::event("payment.captured", charge), test::invoice_event(paid, charge)})
        ids.push_back({kept(body), kept(body)});
    auto const state = [&] {
        return worker.db.one(R"(
            SELECT jsonb_build_array(
                (SELECT jsonb_agg(jsonb_build_array(status, gateway_payment_id, total_amount_paise, review_reason, mandate_id) ORDER BY id)
                   FROM payments WHERE user_id = :user),
                (SELECT jsonb_agg(jsonb_build_array(status, paid_count, next_charge_at, method, ended_at) ORDER BY id)
                   FROM mandates WHERE user_id = :user),
                (SELECT jsonb_agg(jsonb_build_array(status, started_at, expires_at, auto_renew) ORDER BY id) FROM subscriptions WHERE user_id = :user),
                (SELECT jsonb_agg(jsonb_build_array(starts_at, ends_at) ORDER BY starts_at)
                   FROM subscription_periods d JOIN subscriptions s ON s.id = d.subscription_id WHERE s.user_id = :user),
                (SELECT count(*) FROM invoices WHERE user_id = :user),
                (SELECT jsonb_agg(kind ORDER BY kind) FROM outbox_messages WHERE user_id = :user AND event_key NOT LIKE '%:failed:%'))::text AS state
        )",
                             {{"user", sita.id}}, [](db::Row const& row) { return row.text("state"); });
    };
    std::set<std::string> ends;
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    int orders = 0;
    do {
        db::Transaction life{worker.db};  // rolled back
        bool const is_twice_at_once = orders++ % 2;
        for (auto const i : order) {
            events.apply(Json::Object{{"event_id", ids[i][0]}});
            if (is_twice_at_once) events.apply(Json::Object{{"event_id", ids[i][1]}});
        }
        for (auto i = order.rbegin(); i != order.rend() && !is_twice_at_once; ++i)
            events.apply(Json::Object{{"event_id", ids[*i][1]}});
        ends.insert(state());
    } while (std::next_permutation(order.begin(), order.end()));
    BOOST_TEST(orders == 720);
    BOOST_TEST(ends.size() == 1u);
    for (auto const& end : ends) {
        BOOST_TEST_MESSAGE(end);
        BOOST_TEST(end.find("\"active\", 1") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(two_processes_that_hear_of_one_charge_sell_it_once) {
    auto const mandate = authorised();
    clock.set(mandate.first_charge_at);
    auto const paid = as(mandate, MandateStatus::active, 1, next_cycle(mandate));
    auto const charge = charge_of(mandate);
    auto const first = kept(test::event("subscription.charged", paid, charge));
    auto const second = kept(test::invoice_event(paid, charge));
    db::Session beside{{test::clone_as("ssr_worker")}};
    GatewayEvents others{beside, clock, config};
    std::thread racing{[&] { others.apply(Json::Object{{"event_id", second}}); }};
    events.apply(Json::Object{{"event_id", first}});
    racing.join();
    BOOST_TEST(count("payments", "status = 'captured'") == 2);
    BOOST_TEST(count("invoices") == 2);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(another_amount_than_agreed_gives_nothing_and_waits_for_staff) {
    auto const mandate = authorised();
    auto const end = ends();
    clock.set(end);
    auto charge = charge_of(mandate);
    charge.amount += Money::from_paise(1);
    BOOST_TEST(hear_charged(mandate, charge) == "in_review");
    BOOST_TEST((ends() == end));
    BOOST_TEST(
        count("payments",
              "review_reason LIKE 'amount:%' AND held_amount_paise = 159183 AND mandate_id IS NOT NULL") ==
        1);
    BOOST_TEST(count("invoices") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(the_agreed_price_holds_whatever_the_price_page_says_later) {
    auto const mandate = authorised();
    clock.set(mandate.first_charge_at);
    db.execute(
        "UPDATE module_pricings SET base_price_paise = base_price_paise * 2, sale_price_paise = "
        "sale_price_paise * 2",
        {});
    auto const outcome = hear_charged(mandate, charge_of(mandate));
    db.execute(
        "UPDATE module_pricings SET base_price_paise = base_price_paise / 2, sale_price_paise = "
        "sale_price_paise / 2",
        {});
    BOOST_TEST(outcome == "captured");
    BOOST_TEST(count("payments", "total_amount_paise = 159182") == 2);
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

BOOST_AUTO_TEST_CASE(a_charge_that_crosses_the_end_is_honoured_and_told) {
    auto const mandate = authorised();
    auto const end = ends();
    clock.set(end - 1h);
    BOOST_TEST(!mandates.set(wish(), false)->is_on);
    clock.set(end);
    BOOST_TEST(hear_charged(mandate, charge_of(mandate)) == "captured");
    BOOST_TEST((ends() == add_months(end, 3)));
    BOOST_TEST((now(mandate).status() == MandateStatus::cancelled));
    BOOST_TEST(!renews_itself());
    BOOST_TEST(count("outbox_messages", "event_key LIKE 'mandate:%:crossed:%'") == 1);
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

BOOST_AUTO_TEST_CASE(a_failed_charge_leaves_the_days_of_grace_and_a_later_one_renews) {
    auto const mandate = authorised();
    auto const end = ends();
    clock.set(end + 1s);
    BOOST_TEST(hear(test::event("subscription.pending", as(mandate, MandateStatus::pending, 0, end + 24h))) ==
               "applied");
    BOOST_TEST((now(mandate).status() == MandateStatus::pending));
    BOOST_TEST(renews_itself());
    BOOST_TEST(count("outbox_messages", "event_key LIKE 'mandate:%:failed:0'") == 1);
    clock.set(end + 48h);
    BOOST_TEST(hear_charged(mandate, charge_of(mandate)) == "captured");
    BOOST_TEST((ends() == add_months(end, 3)));
    BOOST_TEST((now(mandate).status() == MandateStatus::active));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(halted_it_is_over_told_and_ended_at_the_gateway_too) {
    auto const mandate = authorised();
    clock.set(ends() + 72h);
    gateway.has(as(mandate, MandateStatus::halted));
    BOOST_TEST(hear(test::event("subscription.halted", as(mandate, MandateStatus::halted))) == "applied");
    BOOST_TEST((now(mandate).end == MandateEnd::failed));
    BOOST_TEST(!renews_itself());
    BOOST_TEST(letters("over") == 1);
    run_jobs();
    BOOST_TEST(now(mandate).gateway_ended_at.has_value());
    BOOST_TEST(hear(test::event("subscription.activated", as(mandate, MandateStatus::active))) ==
               "nothing_new");
    BOOST_TEST((now(mandate).status() == MandateStatus::halted));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_charge_after_the_grace_begins_the_subscription_anew_and_renews_that) {
    auto const mandate = authorised();
    clock.set(ends() + 96h);
    db.execute("UPDATE subscriptions SET status = 'expired' WHERE user_id = :user", {{"user", sita.id}});
    BOOST_TEST(hear_charged(mandate, charge_of(mandate)) == "captured");
    BOOST_TEST(count("subscriptions") == 2);
    BOOST_TEST(count("subscriptions", "status = 'active' AND auto_renew") == 1);
    BOOST_TEST((now(mandate).public_subscription != held));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_charge_of_which_nothing_was_heard_is_found_by_asking) {
    auto const mandate = authorised();
    only_own();
    auto const end = ends();
    clock.set(end + 30min);
    BOOST_TEST(reconcile_mandates(worker.db, clock) == 0);
    gateway.has(as(mandate, MandateStatus::active, 1, next_cycle(mandate)));
    gateway.has_charged(*mandate.gateway_subscription_id, charge_of(mandate));
    clock.set(end + 1h);
    only_schedules_sleep();
    BOOST_TEST(reconcile_mandates(worker.db, clock) == 1);
    run_jobs();
    BOOST_TEST((ends() == add_months(end, 3)));
    BOOST_TEST((now(mandate).status() == MandateStatus::active));
    BOOST_TEST(reconcile_mandates(worker.db, clock) == 0);
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

BOOST_AUTO_TEST_CASE(the_nightly_comparison_books_a_lost_charge_and_knows_a_booked_one) {
    auto const mandate = authorised();
    clock.set(*parse_instant("2027-02-24T10:00:00Z"));
    auto const heard = charge_of(mandate);
    gateway.has_charged(*mandate.gateway_subscription_id, heard);
    hear_charged(mandate, heard);
    auto const lost = charge_of(mandate);
    gateway.has_charged(*mandate.gateway_subscription_id, lost);
    clock.advance(24h);
    Capture capture{worker.db, clock, config};
    Nightly nightly{worker.db, clock, config, counter.gateway, capture};
    nightly.compare_yesterday();
    auto const differences = reconciliation_reports(worker.db, 1).at(0).differences;
    BOOST_TEST(std::any_of(differences.begin(), differences.end(),
                           [&](auto const& each) { return each.subject == lost.id; }));
    BOOST_TEST(!std::any_of(differences.begin(), differences.end(),
                            [&](auto const& each) { return each.subject == heard.id; }));
    BOOST_TEST(count("payments", "gateway_payment_id = '" + lost.id + "' AND status = 'captured'") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(the_first_payment_that_goes_back_by_itself_is_nobody_s) {
    auto word = charge_of(begun(), PaymentStatus::refunded);
    word.was_captured = false;
    GatewayRefund const back{.id = test::fresh_gateway_id("rfnd_"),
                             .payment_id = word.id,
                             .amount = word.amount,
                             .status = RefundStatus::processed};
    auto body = test::event("refund.processed", word, back);
    std::string const captured = "\"captured\":true";
    body.replace(body.find(captured), captured.size(), "\"captured\":false");
    BOOST_TEST(hear(body) == "never_captured");
    BOOST_TEST(compare({{word}, {back}}, {}).empty());
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
