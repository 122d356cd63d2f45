#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <thread>

#include "domain/billing/gateway_events.h"
#include "domain/billing/webhook_inbox.h"
#include "domain/subscriptions/access_book.h"
#include "support/shop.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;

namespace {

// Events as the gateway sends them, applied one by one in the order of the test.
struct Post : test::Shop {
    db::Session worker{{test::clone_as("ssr_worker")}};
    db::Session inbox{{test::clone_as("ssr_webhooks")}};
    GatewayEvents events{worker, clock, gateway.config()};
    Capture counter_of_worker{worker, clock, gateway.config()};

    std::string kept(std::string const& body) {
        auto const id = new_public_id();
        BOOST_REQUIRE((receive(inbox, clock, body, id) == WebhookReceipt::stored));
        return id;
    }
    std::string applied(std::string const& id) {
        events.apply(Json::Object{{"event_id", id}});
        return worker.one("SELECT coalesce(result, '') AS result FROM webhook_events WHERE event_id = :id",
                          {{"id", id}}, [](db::Row const& row) { return row.text("result"); });
    }
    std::string hear(std::string const& body) { return applied(kept(body)); }

    GatewayRefund refund_of(GatewayPayment const& paid, Money amount, RefundStatus status) const {
        return {.id = "rfnd_" + paid.id.substr(4), .payment_id = paid.id, .amount = amount, .status = status};
    }
    bool is_open() {
        return subscriptions::allows(
            subscriptions::AccessBook{db, clock}.of(sita.id, Module::estimate).reason);
    }

    // The six events of one payment's life, each twice, as they stood when they happened.
    std::vector<std::array<std::string, 2>> life(Payment const& payment, Money back) {
        auto word = told(payment);
        auto const as = [&](PaymentStatus status) {
            auto then = word;
            then.status = status;
            then.was_captured = is_paid(status);
            return then;
        };
        auto after_refund = as(back == payment.total ? PaymentStatus::refunded : PaymentStatus::captured);
        after_refund.refunded = back;
        std::vector<std::string> const bodies{
            test::event("payment.authorized", as(PaymentStatus::authorized)),
            test::event("payment.captured", as(PaymentStatus::captured)),
            test::event("payment.failed", as(PaymentStatus::failed)),
            test::event("order.paid", as(PaymentStatus::captured)),
            test::event("refund.created", after_refund, refund_of(word, back, RefundStatus::pending)),
            test::event("refund.processed", after_refund, refund_of(word, back, RefundStatus::processed))};
        std::vector<std::array<std::string, 2>> ids;
        for (auto const& body : bodies) ids.push_back({kept(body), kept(body)});
        return ids;
    }

    // All that money and access are, without the keys and the moments of what was only on the way.
    std::string state() {
        return worker.one(R"(
            SELECT jsonb_build_array(
                (SELECT jsonb_agg(jsonb_build_array(status, gateway_payment_id, total_amount_paise, refunded_paise, captured_at,
                                                    failure_reason, review_reason) ORDER BY id) FROM payments WHERE user_id = :user),
                (SELECT jsonb_agg(jsonb_build_array(r.gateway_refund_id, r.amount_paise, r.status, r.ends_access, r.processed_at)
                                  ORDER BY r.gateway_refund_id) FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE p.user_id = :user),
                (SELECT jsonb_agg(jsonb_build_array(status, source, started_at, expires_at, cancelled_at, usage_count) ORDER BY module_id)
                   FROM subscriptions WHERE user_id = :user),
                (SELECT jsonb_agg(jsonb_build_array(d.payment_id, d.starts_at, d.ends_at) ORDER BY d.payment_id)
                   FROM subscription_periods d JOIN subscriptions s ON s.id = d.subscription_id WHERE s.user_id = :user),
                (SELECT jsonb_agg(jsonb_build_array(invoice_number, taxable_paise, cgst_paise, igst_paise, total_amount_paise)
                                  ORDER BY invoice_number) FROM invoices WHERE user_id = :user),
                (SELECT jsonb_agg(jsonb_build_array(n.credit_note_number, n.taxable_paise, n.cgst_paise, n.total_amount_paise, n.cancelled_at)
                                  ORDER BY n.credit_note_number)
                   FROM credit_notes n JOIN invoices i ON i.id = n.invoice_id WHERE i.user_id = :user),
                (SELECT jsonb_agg(kind ORDER BY kind) FROM outbox_messages WHERE user_id = :user),
                (SELECT count(*) FROM webhook_events WHERE applied_at IS NULL AND parked_for IS NOT NULL))::text AS state
        )",
                          {{"user", sita.id}}, [](db::Row const& row) { return row.text("state"); });
    }

    // Every order in which the events can arrive (or every nth), each of them twice: at once behind the
    // first, or all over again at the end. Gives the different ends, and how many orders there were.
    std::pair<std::set<std::string>, int> ends_of(std::vector<std::array<std::string, 2>> const& ids,
                                                  int every = 1) {
        std::set<std::string> ends;
        std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
        int orders = 0;
        do {
            if (orders++ % every) continue;
            db::Transaction life{worker};  // rolled back
            bool const is_twice_at_once = orders / every % 2;
            for (auto const i : order) {
                events.apply(Json::Object{{"event_id", ids[i][0]}});
                if (is_twice_at_once) events.apply(Json::Object{{"event_id", ids[i][1]}});
            }
            for (auto i = order.rbegin(); i != order.rend() && !is_twice_at_once; ++i)
                events.apply(Json::Object{{"event_id", ids[*i][1]}});
            ends.insert(state());
        } while (std::next_permutation(order.begin(), order.end()));
        return {ends, orders};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(arriving_in_any_order, Post)

BOOST_AUTO_TEST_CASE(all_720_orders_of_arrival_end_alike_where_all_is_given_back) {
    auto const payment = order();
    auto const [ends, orders] = ends_of(life(payment, payment.total));
    BOOST_TEST(orders == 720);
    BOOST_TEST(ends.size() == 1u);
    BOOST_TEST(ends.begin()->find("\"refunded\"") != std::string::npos);
    BOOST_TEST(ends.begin()->find("\"cancelled\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(orders_of_arrival_end_alike_where_a_part_is_given_back) {
    auto const payment = order();
    auto const ids = life(payment, Money::from_paise(10000));
    auto const ends = ends_of(ids, 11).first;
    BOOST_TEST(ends.size() == 1u);
    BOOST_TEST(ends.begin()->find("\"partially_refunded\"") != std::string::npos);
    BOOST_TEST(ends.begin()->find("\"active\"") != std::string::npos);
    for (auto const& id : {ids[5][0], ids[2][0], ids[1][0], ids[4][1]}) applied(id);
    BOOST_TEST(is_open());
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_refund_that_comes_first_is_parked_until_its_payment_comes) {
    auto const payment = order();
    auto const paid = told(payment);
    auto const refund =
        kept(test::event("refund.processed", paid, refund_of(paid, paid.amount, RefundStatus::processed)));
    BOOST_TEST(applied(refund) == "parked");
    BOOST_TEST(status_of(payment) == "created");
    hear(test::event("payment.captured", paid));
    BOOST_TEST(status_of(payment) == "refunded");
    clock.advance(1s);
    BOOST_TEST(!is_open());
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(what_was_parked_is_found_when_the_browser_brought_the_payment) {
    auto const payment = order();
    auto const paid = told(payment);
    BOOST_TEST(hear(test::event("refund.created", paid,
                                refund_of(paid, paid.amount, RefundStatus::pending))) == "parked");
    auto const stranger = told(payment);
    BOOST_TEST(hear(test::event("refund.created", stranger,
                                refund_of(stranger, stranger.amount, RefundStatus::pending))) == "parked");
    BOOST_TEST(unpark(worker, clock) == 0);
    counter.capture.apply(paid, Messenger::callback);
    BOOST_TEST(unpark(worker, clock) == 1);
}

BOOST_AUTO_TEST_CASE(a_dispute_freezes_what_was_bought_and_a_won_one_thaws_it) {
    auto const payment = order();
    auto const paid = told(payment);
    BOOST_TEST(hear(test::dispute_event("payment.dispute.created", paid)) == "parked");
    hear(test::event("payment.captured", paid));
    BOOST_TEST(!is_open());
    BOOST_TEST(count("payments", "review_reason LIKE 'dispute disp_%' AND dispute_status = 'created'") == 1);
    auto const refused = counter.capture.refunds().request(
        {.payment = payment.public_id, .amount = Money::from_rupees(1), .by = sita.id});
    BOOST_TEST((!refused && refused.error() == RefundRefused::in_dispute));
    BOOST_TEST(hear(test::dispute_event("payment.dispute.won", paid)) == "applied");
    BOOST_TEST(is_open());
    BOOST_TEST(hear(test::dispute_event("payment.dispute.under_review", paid)) == "nothing_new");
    BOOST_TEST(is_open());
    BOOST_TEST(count("payments", "review_reason IS NULL") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_lost_dispute_leaves_it_frozen_in_any_order) {
    auto const payment = order();
    auto const paid = told(payment);
    hear(test::event("payment.captured", paid));
    hear(test::dispute_event("payment.dispute.lost", paid));
    hear(test::dispute_event("payment.dispute.action_required", paid));
    BOOST_TEST(!is_open());
    BOOST_TEST(count("payments", "dispute_status = 'lost' AND review_reason IS NOT NULL") == 1);
    BOOST_TEST(count("subscriptions", "status = 'suspended'") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(every_kind_of_the_rules_is_kept_and_what_is_not_ours_changes_nothing) {
    auto const payment = order();
    hear(test::event("payment.captured", told(payment)));
    auto const before = state();
    for (auto const* kind :
         {"subscription.authenticated", "subscription.activated", "subscription.charged",
          "subscription.completed", "subscription.updated", "subscription.pending", "subscription.halted",
          "subscription.cancelled", "subscription.paused", "subscription.resumed", "invoice.paid",
          "invoice.partially_paid", "invoice.expired", "settlement.processed", "payment.downtime.started",
          "payment.downtime.updated", "payment.downtime.resolved", "virtual_account.credited",
          "nobody.knows"})
        BOOST_TEST(hear(test::event(kind, told(payment))) == "not_taken");
    BOOST_TEST(hear(R"({"event":"refund.speed_changed","payload":{}})") == "no_refund");
    BOOST_TEST(hear(R"({"event":"payment.captured","payload":[]})") == "no_payment");
    BOOST_TEST(hear(R"({"event":"payment.dispute.created"})") == "no_dispute");
    BOOST_TEST(state() == before);
}

BOOST_AUTO_TEST_CASE(late_authorised_money_is_taken_and_opens_the_module_two_days_later) {
    auto const payment = order();
    auto word = told(payment, PaymentStatus::failed);
    hear(test::event("payment.failed", word));
    clock.advance(48h);
    word.status = PaymentStatus::authorized;
    gateway.has(word);
    hear(test::event("payment.authorized", word));
    BOOST_TEST(!is_open());
    clock.advance(15min);
    counter.reconciler.check(Json::Object{{"payment", payment.public_id.text()}});
    BOOST_TEST(status_of(payment) == "captured");
    BOOST_TEST(is_open());
    BOOST_TEST(count("outbox_messages", "kind = 'receipt'") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(money_that_came_and_went_unseen_is_booked_both_ways_when_the_gateway_is_asked) {
    auto const payment = order();
    auto word = told(payment, PaymentStatus::refunded);
    word.was_captured = true;
    word.refunded = word.amount;
    gateway.has(word);
    gateway.has(refund_of(word, word.amount, RefundStatus::processed));
    clock.advance(15min);
    Reconciler{worker, clock, counter.gateway, counter_of_worker}.check(
        Json::Object{{"payment", payment.public_id.text()}});
    BOOST_TEST(status_of(payment) == "refunded");
    BOOST_TEST(count("invoices") == 1);
    clock.advance(1s);
    BOOST_TEST(!is_open());
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(browser_and_webhook_racing_fifty_times_sell_fifty_times) {
    test::Counter browser{clock, gateway.config()};
    for (int round = 0; round < 50; ++round) {
        auto const payment = order();
        auto const paid = told(payment);
        gateway.has(paid);
        auto const id = kept(test::event("payment.captured", paid));
        std::thread racing{[&] { events.apply(Json::Object{{"event_id", id}}); }};
        auto const word =
            browser.verification.take({.user = sita.id,
                                       .order_id = paid.order_id,
                                       .payment_id = paid.id,
                                       .signature = test::checkout_signature(gateway.config(), paid),
                                       .ip_address = "10.0.0.1"});
        racing.join();
        BOOST_REQUIRE(bool(word));
        BOOST_REQUIRE((word->status == PaymentStatus::captured));
    }
    BOOST_TEST(count("payments", "status = 'captured'") == 50);
    BOOST_TEST(count("invoices") == 50);
    BOOST_TEST(count("subscriptions") == 1);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_SUITE_END()
