#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "handlers/admin_money.h"

using namespace ssr;
using namespace ssr::billing;
using test::header, test::json_of, test::MoneyPanel, test::shows, test::status;
using web::Status;

namespace {

struct Desk : MoneyPanel {
    static std::string settle(Payment const& payment) {
        return "/admin-panel/review/" + payment.public_id.text() + "/settle/";
    }
    static std::string send_back(Payment const& payment) {
        return "/admin-panel/review/" + payment.public_id.text() + "/send-back/";
    }
    bool is_in_review(Payment const& payment) { return again(payment).review_reason.has_value(); }
};

// A path of each route, with ids of nothing in their places.
std::string address_of(std::string_view pattern) {
    auto path = std::string{pattern};
    for (auto at = path.find("{}"); at != std::string::npos; at = path.find("{}"))
        path.replace(at, 2, path.find("gstr-1") != std::string::npos ? "2026-11.json" : new_public_id());
    return path;
}

bool is_of_money(std::string_view path) {
    for (std::string_view const place : {"payments", "review", "events", "comparisons", "gstr-1"})
        if (path.starts_with("/admin-panel/" + std::string{place} + "/")) return true;
    return false;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(money_at_the_desk, Desk)

BOOST_AUTO_TEST_CASE(nobody_but_administrators_comes_to_any_page_about_money) {
    auto const support = test::a_person(owner.db, "support");
    int routes = 0;
    for (auto const& route : ssr::admin::routes()) {
        if (!is_of_money(route.path)) continue;
        ++routes;
        auto const address = address_of(route.path);
        for (auto const& person : {sita, support}) {
            auto browser = browser_of(person);
            auto const answer =
                route.method == web::Method::get ? browser.get(address) : browser.post(address);
            BOOST_TEST(status(answer) == 403, address);
        }
        auto stranger = browser_of(admin);
        stranger.set_cookie("__Host-sid", "");
        auto const unknown =
            route.method == web::Method::get ? stranger.get(address) : stranger.post(address);
        BOOST_TEST(status(unknown) != 200, address);
    }
    BOOST_TEST(routes == 16);
}

BOOST_AUTO_TEST_CASE(ids_of_nothing_are_pages_that_do_not_exist) {
    for (auto const& route : ssr::admin::routes()) {
        if (!is_of_money(route.path) || route.path.find("{}") == std::string_view::npos ||
            route.path.find("gstr-1") != std::string_view::npos)
            continue;
        auto const address = address_of(route.path);
        auto browser = desk();
        web::Fields const fields{{"amount_paise", "100"}, {"reason", "x"}, {"note", "x"}};
        auto const answer =
            route.method == web::Method::get ? browser.get(address) : browser.post(address, fields);
        BOOST_TEST(status(answer) == 404, address);
    }
    for (auto const* address :
         {"/admin-panel/payments/x/", "/admin-panel/payments/x/refund/", "/admin-panel/gstr-1/2026-13.json",
          "/admin-panel/gstr-1/2026-11.csv", "/admin-panel/gstr-1/2026-11", "/admin-panel/events/%00/"})
        BOOST_TEST(status(desk().get(address)) == 404, address);
}

BOOST_AUTO_TEST_CASE(money_that_does_not_fit_stands_in_the_queue_and_is_sent_back_with_a_note) {
    auto const payment = held();
    auto browser = settled_desk();
    auto const queue = browser.get("/admin-panel/review/");
    BOOST_TEST(app.db.statements() <= 2);
    for (auto const& text : {payment.order_number, std::string{"Another amount was paid"},
                             std::string{"1,592.82"}, page_of(payment) + "#review"})
        BOOST_TEST(shows(queue, text), text);
    BOOST_TEST(shows(desk().get("/admin-panel/payments/"), "See the review queue"));
    auto const page = desk().get(page_of(payment));
    for (auto const& text : {std::string{"In review: Another amount was paid"},
                             std::string{"Send ₹ 1,592.82 back"}, settle(payment), send_back(payment)})
        BOOST_TEST(shows(page, text), text);

    auto const without = desk().post(send_back(payment), {{"note", " "}});
    BOOST_TEST(status(without) == 422);
    BOOST_TEST(shows(without, "href=\"#f-send-note\""));
    BOOST_TEST(is_in_review(payment));
    auto const sent = desk().post(send_back(payment), {{"note", "spoke with her"}});
    BOOST_TEST(header(sent, "Location") == page_of(payment) + "?done=sent_back");
    BOOST_TEST(!is_in_review(payment));
    BOOST_TEST(audited("payment.held_money_sent_back") == 1);
    auto const story = desk().get(page_of(payment) + "?done=sent_back");
    BOOST_TEST(shows(story, "The money is on its way back."));
    BOOST_TEST(shows(story, "no credit note"));
    BOOST_TEST(shows(desk().post(send_back(payment), {{"note", "again"}}), "This payment is not in review."));
    BOOST_TEST(count("refunds WHERE payment_id = :id", payment.id) == 1);
}

BOOST_AUTO_TEST_CASE(a_case_is_settled_once_with_a_note) {
    auto const payment = held();
    auto const without = desk().post(settle(payment));
    BOOST_TEST(status(without) == 422);
    BOOST_TEST(shows(without, "href=\"#f-note\""));
    BOOST_TEST(status(program().post(settle(payment), {{"note", "it fits after all"}})) == 204);
    BOOST_TEST(!is_in_review(payment));
    BOOST_TEST(audited("payment.review_settled") == 1);
    BOOST_TEST(*json_of(program().post(settle(payment), {{"note", "x"}}))["code"].text() == "not_in_review");
    BOOST_TEST(count("refunds WHERE payment_id = :id", payment.id) == 0);
}

BOOST_AUTO_TEST_CASE(nothing_is_sent_back_where_nothing_is_held) {
    auto const payment = paid();
    PaymentStore{owner.db}.mark_for_review(payment.id, "refund of 118.00 failed");
    BOOST_TEST(!shows(desk().get(page_of(payment)), send_back(payment)));
    auto const refused = desk().post(send_back(payment), {{"note", "x"}});
    BOOST_TEST(status(refused) == 409);
    BOOST_TEST(shows(refused, "No money of this case waits at Razorpay."));
    BOOST_TEST(is_in_review(payment));
}

BOOST_AUTO_TEST_CASE(sending_back_wants_a_fresh_code_and_settling_does_not) {
    auto const payment = held();
    auto browser = desk();
    app.clock.shift_to(app.clock.now() + std::chrono::minutes{6});
    browser.on_page(page_of(payment));
    auto const asked = browser.post(send_back(payment), {{"note", "spoke with her"}});
    BOOST_TEST(header(asked, "Location").starts_with("/accounts/verify-totp/"));
    BOOST_TEST(is_in_review(payment));
    browser.set_cookie("__Host-sid", test::a_session(owner.db, admin, app.clock.now(), true));
    BOOST_TEST(shows(browser.get(page_of(payment)), "value=\"spoke with her\""));
    app.clock.shift_to(app.clock.now() + std::chrono::minutes{6});
    BOOST_TEST(status(browser.post(settle(payment), {{"note", "fine"}})) == 303);
}

BOOST_AUTO_TEST_CASE(events_are_listed_by_state_type_and_order) {
    auto const payment = order();
    auto const event = event_of(payment);
    auto browser = settled_desk();
    auto const list = [&](std::string const& query) { return browser.get("/admin-panel/events/?" + query); };
    auto const all = list("order=" + *payment.gateway_order_id);
    BOOST_TEST(app.db.statements() <= 2);
    for (auto const& text : {std::string{"payment.captured"}, "/admin-panel/events/" + event + "/",
                             *payment.gateway_order_id, std::string{"Waits for the worker"}})
        BOOST_TEST(shows(all, text), text);
    BOOST_TEST(shows(list("open=1&type=payment.captured&order=" + *payment.gateway_order_id), event));
    BOOST_TEST(shows(list("type=payment.failed&order=" + *payment.gateway_order_id), "No event like that"));
    owner.db.execute(
        "UPDATE webhook_events SET applied_at = received_at, result = 'captured' WHERE event_id = :id",
        {{"id", event}});
    BOOST_TEST(shows(list("open=1&order=" + *payment.gateway_order_id), "No event like that"));
    BOOST_TEST(shows(list("order=" + *payment.gateway_order_id), "Booked"));
    BOOST_TEST(shows(list("before=nothing"), "No event like that"));
}

BOOST_AUTO_TEST_CASE(older_events_are_a_page_further) {
    auto const payment = order();
    std::vector<std::string> events;
    for (int i = 0; i < 51; ++i) events.push_back(event_of(payment));
    auto const query = "/admin-panel/events/?order=" + *payment.gateway_order_id;
    auto const first = desk().get(query);
    BOOST_TEST(!shows(first, events.front() + "/"));
    auto const older = "order=" + *payment.gateway_order_id + "&amp;before=" + events.at(1);
    BOOST_TEST(shows(first, older));
    auto const last = desk().get(query + "&before=" + events.at(1));
    BOOST_TEST(shows(last, events.front() + "/"));
    BOOST_TEST(!shows(last, "rel=\"next\""));
}

BOOST_AUTO_TEST_CASE(an_event_is_shown_as_text_and_replayed_with_one_press) {
    auto const payment = order();
    auto const id = event_of(payment);
    owner.db.execute(
        "UPDATE webhook_events SET body = '{\"note\":\"<script>x</script>\",\"n\":[1]}', applied_at = "
        "received_at, result = 'captured' WHERE event_id = :id",
        {{"id", id}});
    auto const address = "/admin-panel/events/" + id + "/";
    auto const page = desk().get(address);
    BOOST_TEST(shows(page, "{\n  &quot;note&quot;: &quot;&lt;script&gt;x"));
    BOOST_TEST(shows(page, "Booked"));
    BOOST_TEST(header(desk().post(address + "replay/"), "Location") == address + "?done=replayed");
    BOOST_TEST(shows(desk().get(address), "Waits for the worker"));
    BOOST_TEST(audited("webhook.replayed") == 1);
    BOOST_TEST(count("jobs WHERE kind = 'payment.apply_event' AND payload ->> 'event_id' = :id", id) == 2);
    BOOST_TEST(status(program().post(address + "replay/")) == 204);
}

BOOST_AUTO_TEST_CASE(an_event_of_any_size_and_name_has_a_page) {
    auto const big = "sha256:" + std::string(64, 'a');
    owner.db.execute(
        "INSERT INTO webhook_events (event_id, event_type, body, received_at) VALUES (:id, "
        "'payment.captured', :body, now())",
        {{"id", big}, {"body", "{\"a\":\"" + std::string(900'000, 'x') + "\"}"}});
    auto const page = desk().get("/admin-panel/events/" + big + "/");
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(page.body.size() < 100'000u);
    BOOST_TEST(shows(page, "The first 20000 of 900008 bytes."));
    BOOST_TEST(shows(page, "/admin-panel/events/sha256%3A" + std::string(64, 'a') + "/replay/"));
}

BOOST_AUTO_TEST_CASE(the_nights_comparisons_say_what_differs) {
    owner.db.execute(R"(
        INSERT INTO reconciliation_reports (public_id, from_at, until_at, payments_seen, refunds_seen, differences, created_at)
        VALUES (uuid_v7(), '2041-05-09T18:30:00Z', '2041-05-10T18:30:00Z', 7, 2,
                '[{"kind": "not_booked", "subject": "pay_Xa1", "detail": "1,180.00, order_1"}]', '2041-05-10T20:30:00Z'),
               (uuid_v7(), '2041-05-10T18:30:00Z', '2041-05-11T18:30:00Z', 5, 0, '[]', '2041-05-11T20:30:00Z'))");
    auto browser = settled_desk();
    auto const page = browser.get("/admin-panel/comparisons/");
    BOOST_TEST(app.db.statements() <= 2);
    for (auto const* text : {"10-05-2041", "11-05-2041", "Paid at Razorpay, not booked here",
                             "1,180.00, order_1", "/admin-panel/payments/?q=pay_Xa1", "Agrees", "Differs"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(shows(browser.get("/admin-panel/comparisons/?page=999"), "No older comparison"));
}

BOOST_AUTO_TEST_CASE(the_return_of_a_month_adds_up_and_leaves_the_house_audited) {
    app.clock.shift_to(*parse_instant("2035-06-20T10:00:00Z"));
    auto const payment = paid();
    auto browser = settled_desk();
    auto const refund =
        browser.post(refund_of(payment), {{"amount_paise", "11800"}, {"reason", "Wrong module"}});
    BOOST_TEST(status(refund) == 303);
    auto const page = browser.get("/admin-panel/gstr-1/?month=2035-06");
    BOOST_TEST(app.db.statements() <= 4);
    for (auto const* text :
         {"June 2035: 2 papers. The month is not over", "B2CS", "1,473.82", "The tables add up.",
          "Invoices for outward supply", "Credit Note", "/admin-panel/gstr-1/2035-06.xlsx"})
        BOOST_TEST(shows(page, text), text);
    auto const json = browser.get("/admin-panel/gstr-1/2035-06.json");
    BOOST_TEST(header(json, "Content-Disposition").find("GSTR1-2035-06.json") != std::string::npos);
    BOOST_TEST(*json_of(json)["fp"].text() == "062035");
    auto const book = browser.get("/admin-panel/gstr-1/2035-06.xlsx");
    BOOST_TEST(book.body.starts_with("PK"));
    BOOST_TEST(audited("gstr1.exported") == 2);
}

BOOST_AUTO_TEST_CASE(the_last_month_that_is_over_is_shown_first_and_an_export_wants_a_fresh_code) {
    app.clock.shift_to(*parse_instant("2036-01-15T10:00:00Z"));
    paid();
    auto browser = desk();
    auto const empty = browser.get("/admin-panel/gstr-1/");
    BOOST_TEST(shows(empty, "December 2035"));
    BOOST_TEST(shows(empty, "Nothing to declare"));
    BOOST_TEST(!shows(empty, ".xlsx"));
    app.clock.shift_to(app.clock.now() + std::chrono::minutes{6});
    auto const page = browser.get("/admin-panel/gstr-1/?month=2036-01");
    BOOST_TEST(shows(page, "Confirm to download"));
    BOOST_TEST(!shows(page, ".xlsx"));
    BOOST_TEST(header(browser.get("/admin-panel/gstr-1/2036-01.xlsx"), "Location")
                   .starts_with("/accounts/verify-totp/"));
    BOOST_TEST(audited("gstr1.exported") == 0);
    for (auto const* month : {"2000-01", "2099-12", "x", "2036-13"})
        BOOST_TEST(status(browser.get("/admin-panel/gstr-1/?month=" + std::string{month})) == 200);
}

BOOST_AUTO_TEST_CASE(the_place_of_money_is_marked_wherever_one_is_in_it) {
    for (auto const* place : {"payments", "review", "events", "comparisons", "gstr-1"}) {
        auto const page = desk().get("/admin-panel/" + std::string{place} + "/");
        BOOST_TEST(shows(page, "<a href=\"/admin-panel/" + std::string{place} + "/\" aria-current=\"page\">"),
                   place);
        BOOST_TEST(shows(page, "href=\"/admin-panel/payments/\" aria-current=\"page\" title=\"Payments\""),
                   place);
    }
}

BOOST_AUTO_TEST_SUITE_END()
