#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <thread>

#include "domain/billing/comparison.h"
#include "domain/billing/nightly.h"
#include "support/renewing.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;

BOOST_FIXTURE_TEST_SUITE(charges_of_a_mandate, test::Renewing)

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

BOOST_AUTO_TEST_CASE(the_nightly_comparison_books_a_lost_charge_and_knows_a_booked_one) {
    auto const mandate = authorised();
    clock.set(*parse_instant("2027-02-24T10:00:00Z"));
    auto const heard = charge_of(mandate);
    gateway.has_charged(*mandate.gateway_subscription_id, heard);
    hear_charged(mandate, heard);
    auto const lost = charge_of(mandate);
    gateway.has_charged(*mandate.gateway_subscription_id, lost);
    clock.advance(24h);
    db.execute("DELETE FROM reconciliation_reports");  // so that yesterday is compared alone
    Capture capture{worker.db, clock, config};
    Nightly nightly{worker.db, clock, config, counter.gateway, capture};
    nightly.compare_days();
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

BOOST_AUTO_TEST_SUITE_END()
