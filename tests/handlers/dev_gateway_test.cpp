#include "handlers/dev_gateway.h"
#include "dev/pages.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::json_of;
using Object = Json::Object;

namespace {

// A refusal in Razorpay's form: its status, and the field that is wrong.
std::pair<int, std::string> refusal(web::Response const& answer) {
    auto const error = json_of(answer)["error"];
    BOOST_TEST(error["code"].text().value_or("") == "BAD_REQUEST_ERROR");
    BOOST_TEST(!error["description"].text().value_or("").empty());
    return {int(answer.status), error["field"].text().value_or("")};
}

std::pair<int, std::string> wrong(std::string field) { return {400, std::move(field)}; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(the_simulated_gateway, test::GatewayPort)

BOOST_AUTO_TEST_CASE(an_order_is_made_as_it_was_asked_for) {
    auto const made = json_of(post("/v1/orders", Object{{"amount", 50000},
                                                        {"currency", "INR"},
                                                        {"receipt", std::string(40, 'r')},
                                                        {"notes", Object{{"shop", "ours"}}}}));
    BOOST_TEST(made["id"].text().value().size() == 20u);
    BOOST_TEST(made["id"].text().value().starts_with("order_"));
    BOOST_TEST(made["amount"].integer().value() == 50000);
    BOOST_TEST(made["amount_due"].integer().value() == 50000);
    BOOST_TEST(made["status"].text().value() == "created");
    BOOST_TEST(made["notes"]["shop"].text().value() == "ours");
    auto const found = json_of(get("/v1/orders/" + made["id"].text().value()));
    BOOST_TEST(found.dump() == made.dump());
}

BOOST_AUTO_TEST_CASE(an_order_with_a_fault_is_refused_and_names_the_field) {
    Object const good{{"amount", 50000}, {"currency", "INR"}};
    auto const with = [&](std::string const& name, Json value) {
        auto body = good;
        body.insert_or_assign(name, std::move(value));
        return refusal(post("/v1/orders", body));
    };
    BOOST_TEST((with("amount", {}) == wrong("amount")));
    BOOST_TEST((with("amount", 99) == wrong("amount")));
    BOOST_TEST((with("amount", -50000) == wrong("amount")));
    BOOST_TEST((with("amount", Json::Number{"500.5"}) == wrong("amount")));
    BOOST_TEST((with("amount", "plenty") == wrong("amount")));
    BOOST_TEST((with("currency", {}) == wrong("currency")));
    BOOST_TEST((with("currency", "USD") == wrong("currency")));
    BOOST_TEST((with("receipt", std::string(41, 'r')) == wrong("receipt")));
    BOOST_TEST((with("notes", Object{{"long", std::string(257, 'n')}}) == wrong("notes")));
    Object many;
    for (int i = 0; i < 16; ++i) many.emplace("n" + std::to_string(i), "x");
    BOOST_TEST((with("notes", many) == wrong("notes")));
    many.erase("n15");
    BOOST_TEST(
        int(post("/v1/orders", Object{{"amount", 100}, {"currency", "INR"}, {"notes", many}}).status) == 200);
}

BOOST_AUTO_TEST_CASE(a_form_says_the_same_as_json) {
    web::Request form{.method = web::Method::post, .path = "/v1/orders"};
    form.headers = {{"authorization", authorization}, {"content-type", "application/x-www-form-urlencoded"}};
    form.form = {{"amount", "50000"}, {"currency", "INR"}, {"notes[shop]", "ours"}, {"payment_capture", "1"}};
    auto const made = json_of(merchant->send(form));
    BOOST_TEST(made["amount"].integer().value() == 50000);
    BOOST_TEST(made["notes"]["shop"].text().value() == "ours");
    form.form.insert_or_assign("amount", "500.5");
    BOOST_TEST((refusal(merchant->send(form)) == wrong("amount")));
}

BOOST_AUTO_TEST_CASE(nobody_comes_in_without_the_secret_or_by_the_site) {
    auto const order = make_order();
    auto const right = std::exchange(authorization, "Basic " + to_base64("rzp_test_fake:guessed"));
    for (auto const& address : {"/v1/orders", "/v1/payments", "/v1/refunds"})
        BOOST_TEST(refusal(get(address)).first == 401);
    BOOST_TEST(refusal(get("/v1/orders/" + order)).first == 401);
    authorization = right;
    BOOST_TEST(int(get("/v1/orders/" + order).status) == 200);
    merchant->set_zone("site");
    BOOST_TEST(int(get("/v1/orders/" + order).status) == 404);
    BOOST_TEST(int(get("/_sim/ledger").status) == 404);
    BOOST_TEST(int(post("/_sim/pay", Object{{"order_id", order}}).status) == 404);
}

BOOST_AUTO_TEST_CASE(a_success_is_captured_and_signed_and_ends_the_order) {
    auto const order = make_order();
    auto const word = json_of(post("/_sim/pay", Object{{"order_id", order}, {"method", "card"}}));
    auto const payment = word["razorpay_payment_id"].text().value();
    BOOST_TEST(word["razorpay_order_id"].text().value() == order);
    BOOST_TEST(billing::is_signed_by_checkout(account.config().gateway.key_secret, order, payment,
                                              word["razorpay_signature"].text().value()));
    auto const paid = json_of(get("/v1/payments/" + payment));
    BOOST_TEST(paid["status"].text().value() == "captured");
    BOOST_TEST(paid["amount"].integer().value() == 50000);
    BOOST_TEST(paid["method"].text().value() == "card");
    BOOST_TEST(json_of(get("/v1/orders/" + order))["status"].text().value() == "paid");
    BOOST_TEST((refusal(post("/_sim/pay", Object{{"order_id", order}})) == wrong("")));
    BOOST_TEST(json_of(get("/v1/orders/" + order + "/payments"))["count"].integer().value() == 1);
}

BOOST_AUTO_TEST_CASE(a_failure_leaves_the_order_open_for_the_next_try) {
    auto const order = make_order();
    auto const word = json_of(post("/_sim/pay", Object{{"order_id", order}, {"outcome", "failure"}}));
    BOOST_TEST(word["razorpay_signature"].is_null());
    BOOST_TEST(word["error"]["reason"].text().value() == "payment_declined");
    BOOST_TEST(status_of(word["razorpay_payment_id"].text().value()) == "failed");
    BOOST_TEST(json_of(get("/v1/orders/" + order))["status"].text().value() == "attempted");
    BOOST_TEST(status_of(pay(order)) == "captured");
    BOOST_TEST(json_of(get("/v1/orders/" + order))["attempts"].integer().value() == 2);
}

BOOST_AUTO_TEST_CASE(a_late_success_fails_first) {
    auto const payment = pay(make_order(), "late_success");
    BOOST_TEST(status_of(payment) == "failed");
    wait(3s);
    auto const paid = json_of(get("/v1/payments/" + payment));
    BOOST_TEST(paid["status"].text().value() == "captured");
    BOOST_TEST(paid["late_authorized"].flag().value());
    BOOST_TEST(paid["error_code"].is_null());
}

BOOST_AUTO_TEST_CASE(a_late_success_on_a_paid_order_goes_back_at_once) {
    auto const order = make_order();
    auto const late = pay(order, "late_success");
    auto const first = pay(order);
    wait(3s);
    BOOST_TEST(status_of(late) == "refunded");
    BOOST_TEST(status_of(first) == "captured");
    auto const refunds = json_of(get("/v1/payments/" + late + "/refunds"));
    BOOST_TEST((*refunds["items"].array())[0]["amount"].integer().value() == 50000);
    BOOST_TEST(json_of(get("/v1/payments/" + first + "/refunds"))["count"].integer().value() == 0);
}

BOOST_AUTO_TEST_CASE(who_leaves_checkout_has_not_paid) {
    auto const payment = pay(make_order(), "abandon");
    BOOST_TEST(status_of(payment) == "created");
    wait(10min);
    BOOST_TEST(status_of(payment) == "failed");
}

BOOST_AUTO_TEST_CASE(a_capture_by_hand_takes_the_whole_amount_once) {
    auto const payment = pay(make_order(50000, false));
    auto const capture = [&](Json amount) {
        return post("/v1/payments/" + payment + "/capture",
                    Object{{"amount", std::move(amount)}, {"currency", "INR"}});
    };
    BOOST_TEST(status_of(payment) == "authorized");
    BOOST_TEST((refusal(capture(49999)) == wrong("amount")));
    BOOST_TEST((refusal(capture({})) == wrong("amount")));
    BOOST_TEST(json_of(capture(50000))["status"].text().value() == "captured");
    BOOST_TEST((refusal(capture(50000)) == wrong("")));
}

BOOST_AUTO_TEST_CASE(a_play_that_nobody_knows_is_refused) {
    auto const order = make_order();
    auto const with = [&](std::string const& name, Json value) {
        return refusal(post("/_sim/pay", Object{{"order_id", order}, {name, std::move(value)}}));
    };
    BOOST_TEST((with("method", "cheque") == wrong("method")));
    BOOST_TEST((with("outcome", "maybe") == wrong("outcome")));
    BOOST_TEST((with("webhooks", "twice") == wrong("webhooks")));
    BOOST_TEST((with("delay_ms", -1) == wrong("delay_ms")));
    BOOST_TEST((refusal(post("/_sim/pay", Object{})) == wrong("order_id")));
    BOOST_TEST((refusal(post("/_sim/pay", Object{{"order_id", "order_none"}})) == wrong("")));
    BOOST_TEST(json_of(get("/v1/orders/" + order))["status"].text().value() == "created");
}

BOOST_AUTO_TEST_CASE(lists_are_cut_by_time_count_and_skip) {
    wait(std::chrono::days{400});
    auto const now = [&] { return app->clock.now().time_since_epoch().count(); };
    auto const from = now();
    auto const first = pay(make_order());
    wait(60s);
    auto const second = pay(make_order());
    auto const to = now();
    auto const span = "?from=" + std::to_string(from) + "&to=" + std::to_string(to);
    auto const ids = [&](std::string const& query) {
        std::string text;
        auto const list = json_of(get("/v1/payments" + query));
        for (auto const& item : *list["items"].array()) text += item["id"].text().value() + " ";
        return text;
    };
    BOOST_TEST(ids(span) == second + " " + first + " ");
    BOOST_TEST(ids(span + "&count=1") == second + " ");
    BOOST_TEST(ids(span + "&count=1&skip=1") == first + " ");
    BOOST_TEST(ids("?from=" + std::to_string(from) + "&to=" + std::to_string(from + 30)) == first + " ");
    BOOST_TEST(ids("?from=" + std::to_string(to + 1)) == "");
    BOOST_TEST((refusal(get("/v1/payments?count=101")) == wrong("count")));
    BOOST_TEST((refusal(get("/v1/payments?from=yesterday")) == wrong("from")));
    BOOST_TEST((refusal(get("/v1/payments/pay_none")) == wrong("")));
    BOOST_TEST((refusal(get("/v1/orders/order_none/payments")) == wrong("")));
}

BOOST_AUTO_TEST_CASE(the_books_are_a_page_of_three_statements) {
    auto const paid = make_order(), open = make_order();
    auto const payment = pay(paid);
    merchant->set_zone("site");
    auto const page = merchant->get("/_dev/gateway/");
    BOOST_TEST(int(page.status) == 200);
    BOOST_TEST(app->db.statements() == 3);
    for (auto const& text : {paid, open, payment, std::string{"not tried"}, std::string{"payment.captured"}})
        BOOST_TEST(test::shows(page, text), text);
    BOOST_TEST(dev::render(dev::GatewayPage{}, {}).find("Nobody ordered anything yet") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
