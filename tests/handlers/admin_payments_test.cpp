#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "handlers/admin_money.h"
#include "support/pdf_text.h"

using namespace ssr;
using namespace ssr::billing;
using test::header, test::json_of, test::MoneyPanel, test::shows, test::status;
using web::Status;

namespace {

// With the one that asks for the role.
constexpr int kStatementsOfAPage = 4;

struct Payments : MoneyPanel {
    /// The payments that a query finds.
    std::string found(std::string const& query) {
        std::string all;
        auto const list = json_of(program().get("/admin-panel/payments/?" + query));
        for (auto const& each : *list.array()) all += *each["id"].text() + " ";
        return all;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(payments_for_staff, Payments)

BOOST_AUTO_TEST_CASE(everybody_s_payments_are_listed_with_the_counts_of_the_month) {
    auto const one = paid(), two = order({.module = Module::bill, .months = 1});
    auto browser = settled_desk();
    auto const page = browser.get("/admin-panel/payments/");
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(app.db.statements() <= kStatementsOfAPage);
    BOOST_TEST(page.body.size() < 100'000u);
    for (auto const& text : {one.order_number, two.order_number, sita.name, std::string{"1,349.00"},
                             std::string{"242.82"}, std::string{"1,591.82"}, test::MoneyPanel::refund_of(one),
                             "/admin-panel/users/" + sita.public_id.text() + "/"})
        BOOST_TEST(shows(page, text), text);
    auto const month = Month::of(app.clock.now()).display();
    BOOST_TEST(shows(page, month + ": "));
    BOOST_TEST(shows(page, " refunded</p>"));
    BOOST_TEST(page.body.find(two.order_number) < page.body.find(one.order_number));
}

BOOST_AUTO_TEST_CASE(a_payment_is_found_by_each_of_its_numbers_and_by_whose_it_is) {
    auto const wanted = paid();
    auto const other = paid({.module = Module::bill, .months = 1});
    BOOST_REQUIRE(bool(app.money.refunds.request({.payment = wanted.public_id,
                                                  .amount = Money::from_rupees(10),
                                                  .reason = "Wrong module",
                                                  .by = admin.id})));
    auto const note = text_of(
        "SELECT credit_note_number AS text FROM credit_notes n JOIN refunds r ON r.id = n.refund_id WHERE "
        "r.payment_id = :id",
        wanted.id);
    auto const only = wanted.public_id.text() + " ";
    BOOST_TEST(found("q=" + wanted.order_number) == only);
    BOOST_TEST(found("q=+" + lower(wanted.order_number) + "+") == only);
    BOOST_TEST(found("q=" + *wanted.gateway_order_id) == only);
    BOOST_TEST(found("q=" + *wanted.gateway_payment_id) == only);
    BOOST_TEST(found("q=" + url_encoded(invoice_of(wanted))) == only);
    BOOST_TEST(found("q=" + url_encoded(note)) == only);
    auto const both = other.public_id.text() + " " + only;
    BOOST_TEST(found("q=" + url_encoded(sita.phone.e164())) == both);
    BOOST_TEST(found("q=" + sita.phone.e164().substr(3)) == both);
    BOOST_TEST(found("q=" + url_encoded(upper(sita.email.text()))) == both);
}

BOOST_AUTO_TEST_CASE(a_name_is_found_by_how_its_words_begin) {
    auto const mine = paid().public_id.text() + " ";
    owner.db.execute("UPDATE users SET name = 'S. Xanthippa O''Brien' WHERE id = :id", {{"id", sita.id}});
    for (auto const* text : {"xanth", "Xanthippa", "S.+Xan", "o%27brien+xanthippa", "O%27Bri"})
        BOOST_TEST(found("q=" + std::string{text}) == mine, text);
    for (auto const* text : {"anthippa", "Xanthippa+Rao", "x", "Xanthippa%27%3A%2A+%7C+ravi", "%5C", "%27",
                             "%26", "%25", "%E0%B0%A4"})
        BOOST_TEST(found("q=" + std::string{text}) == "", text);
    BOOST_TEST(shows(desk().get("/admin-panel/payments/?q=anthippa"), "No payment like that"));
}

BOOST_AUTO_TEST_CASE(money_that_waits_in_review_is_found_by_the_gateway_s_id) {
    auto const payment = held();
    auto const id = text_of("SELECT held_payment_id AS text FROM payments WHERE id = :id", payment.id);
    BOOST_TEST(found("q=" + id) == payment.public_id.text() + " ");
}

BOOST_AUTO_TEST_CASE(payments_are_chosen_by_state_and_by_the_month_in_india) {
    app.clock.shift_to(*parse_instant("2031-05-31T18:29:00Z"));
    auto const may = paid();
    app.clock.shift_to(*parse_instant("2031-05-31T18:31:00Z"));
    auto const june = paid({.module = Module::bill, .months = 1});
    auto const open = order({.module = Module::workslip, .months = 1});
    auto const bad = order({.module = Module::self_formatted, .months = 1});
    counter.capture.apply(told(bad, PaymentStatus::failed), Messenger::webhook);
    BOOST_TEST(found("month=2031-05") == may.public_id.text() + " ");
    BOOST_TEST(found("month=2031-06&status=paid") == june.public_id.text() + " ");
    BOOST_TEST(found("month=2031-06&status=open") == open.public_id.text() + " ");
    BOOST_TEST(found("month=2031-06&status=failed") == bad.public_id.text() + " ");
    BOOST_TEST(found("month=2031-06&status=returned") == "");
    BOOST_TEST(found("month=2031-05&q=" + june.order_number) == "");
    auto const page = desk().get("/admin-panel/payments/?month=2031-06");
    for (auto const* text : {"June 2031: 1 paid, 1 failed, 0 refunded", "1 to 3 of 3",
                             "<option value=\"2031-06\" selected>June 2031"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(shows(page, bad.order_number));
    BOOST_TEST(!shows(page, may.order_number));
}

BOOST_AUTO_TEST_CASE(pages_are_numbered_and_keep_the_search) {
    app.clock.shift_to(*parse_instant("2032-05-10T10:00:00Z"));
    for (int i = 0; i < 30; ++i)
        owner.db.execute(R"(
            INSERT INTO payments (public_id, order_id, user_id, subtotal_paise, gst_amount_paise, total_amount_paise, pricing_snapshot,
                                  billing_name, billing_state_code, created_at)
            VALUES (uuid_v7(), 'ORD-DESK-' || :n, :user, 100, 0, 100, '{"price_paise": 100, "lines": []}', 'Sita', '36', :now))",
                         {{"n", i}, {"user", sita.id}, {"now", app.clock.now()}});
    auto const page = desk().get("/admin-panel/payments/?status=open&month=2032-05");
    BOOST_TEST(shows(page, "1 to 25 of 30"));
    BOOST_TEST(shows(page, "/admin-panel/payments/?status=open&amp;month=2032-05&amp;page=2"));
    BOOST_TEST(shows(desk().get("/admin-panel/payments/?month=2032-05&page=2"), "26 to 30 of 30"));
    for (auto const* number : {"3", "400", "99999999999999999999"})
        BOOST_TEST(status(desk().get("/admin-panel/payments/?month=2032-05&page=" + std::string{number})) ==
                   200);
    BOOST_TEST(shows(desk().get("/admin-panel/payments/?month=2032-05&page=3"), "No payment like that"));
    BOOST_TEST(shows(desk().get("/admin-panel/payments/?q=%22%3Cb%3E"), "value=\"&quot;&lt;b&gt;\""));
}

BOOST_AUTO_TEST_CASE(a_payment_says_all_that_is_known_of_it) {
    auto const payment = paid();
    auto const event = event_of(payment);
    auto browser = settled_desk();
    auto const page = browser.get(page_of(payment));
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(app.db.statements() <= kStatementsOfAPage);
    for (auto const& text :
         {payment.order_number, *payment.gateway_order_id, *payment.gateway_payment_id, invoice_of(payment),
          std::string{"Estimate"}, std::string{"1,591.82"}, std::string{"121.41"}, std::string{"Sita Devi"},
          std::string{"Flat 4, Karimnagar"}, sita.phone.e164(), sita.email.text(),
          std::string{"36 Telangana"}, std::string{"Paid, access and invoice given"},
          std::string{"Order made"}, "/admin-panel/events/" + event + "/replay/",
          "/admin-panel/users/" + sita.public_id.text() + "/", page_of(payment) + "invoice/",
          page_of(payment) + "check/", refund_of(payment)})
        BOOST_TEST(shows(page, text), text);
    for (auto const* text : {"In review", "Credit note"}) BOOST_TEST(!shows(page, text), text);
}

BOOST_AUTO_TEST_CASE(what_was_not_paid_can_neither_be_given_back_nor_printed) {
    auto const payment = order();
    auto const page = desk().get(page_of(payment));
    BOOST_TEST(shows(page, "Not paid"));
    BOOST_TEST(!shows(page, "/refund/"));
    BOOST_TEST(!shows(page, "/invoice/"));
    BOOST_TEST(status(desk().get(page_of(payment) + "invoice/")) == 404);
    BOOST_TEST(shows(desk().get(refund_of(payment)), "No money of this order is here."));
}

BOOST_AUTO_TEST_CASE(papers_are_the_customer_s_own_byte_for_byte) {
    auto const payment = paid();
    auto const refund = app.money.refunds.request({.payment = payment.public_id,
                                                   .amount = Money::from_rupees(118),
                                                   .reason = "Wrong module",
                                                   .by = admin.id});
    BOOST_REQUIRE(bool(refund));
    auto const invoice = desk().get(page_of(payment) + "invoice/");
    BOOST_TEST(header(invoice, "Content-Type") == "application/pdf");
    BOOST_TEST(test::text_of_pdf(invoice.body).find(invoice_of(payment)) != std::string::npos);
    BOOST_TEST((app.money.papers.find(sita.id, payment.public_id)->bytes == invoice.body));

    auto const id = text_of("SELECT public_id AS text FROM credit_notes WHERE refund_id = :id", refund->id);
    auto const address = page_of(payment) + "credit-notes/" + id + "/";
    BOOST_TEST(shows(desk().get(page_of(payment)), address));
    auto const note = desk().get(address);
    BOOST_TEST(test::text_of_pdf(note.body).find(refund->credit_note_number) != std::string::npos);
    BOOST_TEST(status(desk().get(page_of(paid({.module = Module::bill, .months = 1})) + "credit-notes/" + id +
                                 "/")) == 404);
}

BOOST_AUTO_TEST_CASE(asking_the_gateway_is_left_to_the_worker_once_a_minute) {
    app.clock.shift_to(*parse_instant("2033-05-10T10:00:10Z"));
    auto const payment = order();
    auto const jobs = [&] {
        return count("jobs WHERE kind = 'payment.check' AND payload ->> 'payment' = :id", payment.public_id);
    };
    BOOST_TEST(header(desk().post(page_of(payment) + "check/"), "Location") ==
               page_of(payment) + "?done=asked");
    BOOST_TEST(shows(desk().get(page_of(payment) + "?done=asked"), "Razorpay is being asked."));
    desk().post(page_of(payment) + "check/");
    BOOST_TEST(jobs() == 1);
    BOOST_TEST(audited("payment.check_asked") == 1);
    app.clock.shift_to(*parse_instant("2033-05-10T10:02:00Z"));
    desk().post(page_of(payment) + "check/");
    BOOST_TEST(jobs() == 2);
}

BOOST_AUTO_TEST_CASE(an_order_that_the_gateway_never_heard_of_is_not_asked_for) {
    gateway.be(test::GatewayFake::Mood::broken);
    auto const made = counter.checkout.begin({.user = sita.id,
                                              .wish = {.module = Module::bill, .months = 3},
                                              .billing_name = "Sita Devi",
                                              .email = sita.email.text(),
                                              .phone = sita.phone.e164(),
                                              .address = "",
                                              .state = *State::parse("36"),
                                              .gstin = std::nullopt,
                                              .idempotency_key = {}});
    BOOST_TEST(!made);
    auto const id = text_of("SELECT public_id AS text FROM payments WHERE user_id = :id", sita.id);
    auto const page = "/admin-panel/payments/" + id + "/";
    BOOST_TEST(shows(desk().get(page), "Razorpay does not know this order."));
    BOOST_TEST(status(desk().post(page + "check/")) == 409);
    BOOST_TEST(count("jobs WHERE kind = 'payment.check' AND payload ->> 'payment' = :id", id) == 0);
}

BOOST_AUTO_TEST_CASE(what_the_customer_typed_is_shown_as_text) {
    auto const payment = paid();
    owner.db.execute(
        "UPDATE payments SET billing_name = '<script>x</script>', failure_reason = '\"><b>' WHERE id = :id",
        {{"id", payment.id}});
    owner.db.execute("UPDATE users SET name = '<i>Sita</i>' WHERE id = :id", {{"id", sita.id}});
    for (auto const& address :
         {page_of(payment), refund_of(payment), "/admin-panel/payments/?q=" + payment.order_number}) {
        auto const page = desk().get(address);
        BOOST_TEST(status(page) == 200);
        for (auto const* text : {"<script>x", "<i>Sita", "\"><b>"})
            BOOST_TEST(!shows(page, text), address << text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
