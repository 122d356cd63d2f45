#include "handlers/dev_gateway.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::json_of;

namespace {

int status(web::Response const& answer) { return int(answer.status); }
std::string text_of(Json const& json, char const* name) { return json[name].text().value_or(""); }

struct Subscriptions : test::GatewayPort {
    Subscriptions() {
        empty_the_bag();
        app->db.execute("UPDATE gateway.subscriptions SET charge_at = NULL");  // of other tests
    }

    std::string make_plan(std::int64_t paise = 58882) {
        return text_of(
            json_of(post("/v1/plans", Json::Object{{"period", "monthly"},
                                                   {"interval", 1},
                                                   {"item", Json::Object{{"name", "Estimate, 1 month"},
                                                                         {"amount", paise},
                                                                         {"currency", "INR"}}}})),
            "id");
    }
    Json make(Json::Object more = {}) {
        Json::Object wish{{"plan_id", make_plan()}, {"total_count", 3}, {"start_at", in(48h)}};
        for (auto& [name, value] : more) wish.insert_or_assign(name, value);
        return json_of(post("/v1/subscriptions", std::move(wish)));
    }
    std::int64_t in(std::chrono::seconds time) {
        return (app->clock.now() + time).time_since_epoch().count();
    }
    Json play(std::string const& what, std::string const& id, std::string const& outcome = "success",
              std::string const& webhooks = "normal") {
        return json_of(post(
            "/_sim/" + what,
            Json::Object{
                {"subscription_id", id}, {"method", "card"}, {"outcome", outcome}, {"webhooks", webhooks}}));
    }
    Json look(std::string const& id) { return json_of(get("/v1/subscriptions/" + id)); }
    std::string authorised() {
        auto const id = text_of(make(), "id");
        play("authorise", id);
        return id;
    }
    std::string told() {
        std::string types;
        app->db.each("SELECT event_type FROM gateway.deliveries ORDER BY id", {},
                     [&](db::Row const& row) { types += row.text("event_type") + " "; });
        return types;
    }
    std::vector<Json> invoices(std::string const& id) {
        return *json_of(get("/v1/invoices?subscription_id=" + id))["items"].array();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(subscriptions_at_the_gateway, Subscriptions)

BOOST_AUTO_TEST_CASE(a_plan_and_a_subscription_are_made_and_told_as_razorpay_tells_them) {
    auto const id = text_of(make(), "id");
    BOOST_TEST(billing::is_gateway_id("sub_", id));
    auto const made = look(id);
    BOOST_TEST(text_of(made, "status") == "created");
    BOOST_TEST(*made["paid_count"].integer() == 0);
    BOOST_TEST(*made["remaining_count"].integer() == 3);
    BOOST_TEST(*made["charge_at"].integer() == *made["start_at"].integer());
    auto const plan = json_of(get("/v1/plans/" + text_of(made, "plan_id")));
    BOOST_TEST(*plan["item"]["amount"].integer() == 58882);
    BOOST_TEST(text_of(plan, "period") == "monthly");
}

BOOST_AUTO_TEST_CASE(faulty_wishes_are_refused) {
    auto const refused = [&](std::string const& path, Json::Object wish) {
        BOOST_TEST(status(post(path, std::move(wish))) == 400);
    };
    refused("/v1/plans", {});
    refused("/v1/plans",
            {{"period", "monthly"}, {"interval", 0}, {"item", Json::Object{{"name", "A"}, {"amount", 100}}}});
    refused("/v1/plans",
            {{"period", "daily"}, {"interval", 6}, {"item", Json::Object{{"name", "A"}, {"amount", 100}}}});
    refused("/v1/plans",
            {{"period", "monthly"}, {"interval", 1}, {"item", Json::Object{{"name", "A"}, {"amount", 99}}}});
    refused("/v1/subscriptions", {{"plan_id", "plan_nobody"}, {"total_count", 1}});
    refused("/v1/subscriptions", {{"plan_id", make_plan()}});
    refused("/v1/subscriptions", {{"plan_id", make_plan()}, {"total_count", 1}, {"start_at", in(-1h)}});
    refused("/_sim/authorise", {});
    refused("/_sim/charge", {{"subscription_id", "sub_nobody"}});
    BOOST_TEST(status(get("/v1/subscriptions/sub_nobody")) == 400);
    BOOST_TEST(status(get("/v1/invoices/inv_nobody")) == 400);
}

BOOST_AUTO_TEST_CASE(an_authorisation_is_signed_and_its_small_amount_goes_back_uncaptured) {
    auto const id = text_of(make(), "id");
    auto const word = play("authorise", id);
    auto const payment = text_of(word, "razorpay_payment_id");
    BOOST_TEST(text_of(word, "razorpay_subscription_id") == id);
    BOOST_TEST(billing::is_signed_for_mandate(account.config().gateway.key_secret, payment, id,
                                              text_of(word, "razorpay_signature")));
    auto const paid = json_of(get("/v1/payments/" + payment));
    BOOST_TEST(text_of(paid, "status") == "refunded");
    BOOST_TEST(!*paid["captured"].flag());
    BOOST_TEST(text_of(look(id), "status") == "authenticated");
    BOOST_TEST(told() == "payment.authorized subscription.authenticated refund.created refund.processed ");
    BOOST_TEST(status(post("/_sim/authorise", Json::Object{{"subscription_id", id}})) == 400);
}

BOOST_AUTO_TEST_CASE(a_refused_authorisation_can_be_tried_again) {
    auto const id = text_of(make(), "id");
    auto const word = play("authorise", id, "failure");
    BOOST_TEST(word["razorpay_signature"].is_null());
    BOOST_TEST(text_of(word["error"], "reason") == "insufficient_funds");
    BOOST_TEST(text_of(look(id), "status") == "created");
    BOOST_TEST(!play("authorise", id)["razorpay_signature"].is_null());
}

BOOST_AUTO_TEST_CASE(charges_fall_due_by_the_clock_and_tell_of_themselves) {
    auto const id = authorised();
    empty_the_bag();
    wait(48h);
    auto const first = look(id);
    BOOST_TEST(text_of(first, "status") == "active");
    BOOST_TEST(*first["paid_count"].integer() == 1);
    BOOST_TEST(told() ==
               "payment.authorized payment.captured order.paid invoice.paid subscription.activated "
               "subscription.charged ");
    auto const invoice = invoices(id).at(0);
    BOOST_TEST(text_of(invoice, "status") == "paid");
    auto const payment = json_of(get("/v1/payments/" + text_of(invoice, "payment_id")));
    BOOST_TEST(text_of(payment, "invoice_id") == text_of(invoice, "id"));
    BOOST_TEST(*payment["amount"].integer() == 58882);
    BOOST_TEST(*payment["captured"].flag());

    wait(62 * 24h);
    auto const last = look(id);
    BOOST_TEST(text_of(last, "status") == "completed");
    BOOST_TEST(*last["paid_count"].integer() == 3);
    BOOST_TEST(invoices(id).size() == 3u);
    BOOST_TEST(told().find("subscription.completed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_charge_that_fails_is_tried_on_three_days_and_then_halted) {
    auto const id = authorised();
    empty_the_bag();
    wait(48h);
    BOOST_TEST(text_of(play("charge", id, "failure")["subscription"], "status") == "pending");
    for (int day = 1; day <= 2; ++day) {
        wait(24h);
        BOOST_TEST(text_of(look(id), "status") == "pending");
    }
    wait(24h);
    BOOST_TEST(text_of(look(id), "status") == "halted");
    BOOST_TEST(told() ==
               "payment.authorized payment.captured order.paid invoice.paid subscription.activated "
               "subscription.charged "
               "payment.failed subscription.pending payment.failed subscription.pending payment.failed "
               "subscription.pending payment.failed subscription.halted ");
    wait(60 * 24h);
    BOOST_TEST(*look(id)["paid_count"].integer() == 1);
    BOOST_TEST(status(post("/_sim/charge", Json::Object{{"subscription_id", id}})) == 400);
}

BOOST_AUTO_TEST_CASE(a_charge_that_goes_through_at_the_second_try_pays_the_same_invoice) {
    auto const id = authorised();
    play("charge", id, "failure");
    auto const charged = play("charge", id, "success", "none");
    BOOST_TEST(text_of(charged["subscription"], "status") == "active");
    BOOST_TEST(invoices(id).size() == 1u);
    BOOST_TEST(told().find("subscription.charged") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_cancelled_is_charged_no_more) {
    auto const id = authorised();
    BOOST_TEST(text_of(json_of(post("/v1/subscriptions/" + id + "/cancel", Json::Object{})), "status") ==
               "cancelled");
    BOOST_TEST(status(post("/v1/subscriptions/" + id + "/cancel", Json::Object{})) == 400);
    wait(60 * 24h);
    BOOST_TEST(invoices(id).empty());
    BOOST_TEST(told().find("subscription.cancelled") != std::string::npos);
    auto const later = authorised();
    wait(48h);
    post("/v1/subscriptions/" + later + "/cancel", Json::Object{{"cancel_at_cycle_end", 1}});
    BOOST_TEST(text_of(look(later), "status") == "active");
    wait(32 * 24h);
    BOOST_TEST(text_of(look(later), "status") == "cancelled");
    BOOST_TEST(invoices(later).size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_nobody_authorised_in_time_is_of_no_use) {
    auto const id = text_of(make({{"expire_by", in(1h)}}), "id");
    wait(1h);
    BOOST_TEST(text_of(look(id), "status") == "expired");
    BOOST_TEST(status(post("/_sim/authorise", Json::Object{{"subscription_id", id}})) == 400);
}

BOOST_AUTO_TEST_CASE(the_customer_sees_what_he_authorises_and_the_ledger_all) {
    auto const id = authorised();
    auto const shown =
        json_of(get("/_sim/subscriptions/" + id + "?key_id=" + account.config().gateway.key_id));
    BOOST_TEST(*shown["amount"].integer() == 58882);
    BOOST_TEST(text_of(shown, "plan") == "Estimate, 1 month");
    BOOST_TEST(status(get("/_sim/subscriptions/" + id + "?key_id=other")) == 401);
    auto const ledger = json_of(get("/_sim/ledger"));
    BOOST_TEST(text_of(ledger["subscriptions"].array()->front(), "id") == id);
}

BOOST_AUTO_TEST_SUITE_END()
