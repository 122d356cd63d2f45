#include <boost/test/unit_test.hpp>

#include "handlers/admin_money.h"

using namespace ssr;
using namespace ssr::billing;
using test::header, test::json_of, test::MoneyPanel, test::shows, test::status;
using web::Status;

namespace {

struct Refunding : MoneyPanel {
    Payment payment = paid();

    web::Response sent(web::Fields fields) { return desk().post(refund_of(payment), std::move(fields)); }
    web::Response program_sends(web::Fields fields) {
        return program().post(refund_of(payment), std::move(fields));
    }
    std::int64_t refunds() { return count("refunds WHERE payment_id = :id", payment.id); }
    std::string column(std::string const& name) {
        return text_of("SELECT CAST(" + name + " AS text) AS text FROM refunds WHERE payment_id = :id",
                       payment.id);
    }
};

web::Fields part(std::string amount) {
    return {{"how", "part"},
            {"amount", std::move(amount)},
            {"reason", "Wrong module"},
            {"words", ""},
            {"full_paise", "159182"}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(refunds_by_staff, Refunding)

BOOST_AUTO_TEST_CASE(a_program_gives_back_a_part_and_is_told_the_credit_note) {
    auto const answer =
        json_of(program_sends({{"amount_paise", "11800"}, {"reason", "asked within 7 days"}}));
    BOOST_TEST(*answer["status"].text() == "pending");
    BOOST_TEST(answer["credit_note_number"].text()->starts_with("SCN/"));
    BOOST_TEST(*answer["refund_id"].text() == column("public_id"));
    BOOST_TEST(column("amount_paise") == "11800");
    BOOST_TEST(column("reason") == "asked within 7 days");
    BOOST_TEST(column("ends_access") == "false");
    BOOST_TEST(count("credit_notes n JOIN invoices i ON i.id = n.invoice_id WHERE i.payment_id = :id",
                     payment.id) == 1);
    BOOST_TEST(audited("payment.refund_requested") == 1);
}

BOOST_AUTO_TEST_CASE(all_of_it_ends_the_access_unless_something_else_is_said) {
    program_sends({{"amount_paise", "159182"}, {"reason", "Paid twice"}});
    BOOST_TEST(column("ends_access") == "true");
    payment = paid({.module = Module::bill, .months = 1});
    program_sends({{"amount_paise", std::to_string(payment.total.paise())},
                   {"reason", "Paid twice"},
                   {"ends_access", "0"}});
    BOOST_TEST(column("ends_access") == "false");
    payment = paid({.module = Module::workslip, .months = 1});
    program_sends({{"amount_paise", "100"}, {"reason", "Paid twice"}, {"ends_access", "1"}});
    BOOST_TEST(column("ends_access") == "true");
}

BOOST_AUTO_TEST_CASE(a_repeated_request_gives_the_first_refund_again) {
    web::Fields const fields{
        {"amount_paise", "11800"}, {"reason", "Paid twice"}, {"idempotency_key", "one press"}};
    auto const first = json_of(program_sends(fields)), second = json_of(program_sends(fields));
    BOOST_TEST(first.dump() == second.dump());
    BOOST_TEST(refunds() == 1);

    web::Request request{.method = web::Method::post,
                         .path = refund_of(payment),
                         .form = {{"amount_paise", "11800"}, {"reason", "Paid twice"}},
                         .headers = {{"idempotency-key", "another"}, {"accept", "application/json"}}};
    auto browser = desk();
    request.form.emplace("csrf_token", app.csrf.token_for(browser.cookie("__Host-sid")));
    auto const by_header = json_of(browser.send(request)), repeated = json_of(browser.send(request));
    BOOST_TEST(by_header.dump() == repeated.dump());
    BOOST_TEST(refunds() == 2);
}

BOOST_AUTO_TEST_CASE(the_page_offers_all_and_a_part_and_names_the_paper) {
    auto browser = settled_desk();
    auto const page = browser.get(refund_of(payment));
    BOOST_TEST(status(page) == 200);
    BOOST_TEST(app.db.statements() <= 4);
    for (auto const* text :
         {"All of it", "₹ 1,591.82", "A part", "Credit note SCN/", "This cannot be undone.", "Keep payment",
          "name=\"idempotency_key\"", "value=\"159182\""})
        BOOST_TEST(shows(page, text), text);
    auto const at = page.body.find("Credit note SCN/") + 12;
    auto const number = page.body.substr(at, 16);
    sent(part("118"));
    BOOST_TEST(shows(desk().get(page_of(payment)), number));
    auto const next = desk().get(refund_of(payment));
    BOOST_TEST(shows(next, "All that is left"));
    BOOST_TEST(shows(next, "₹ 1,473.82"));
}

BOOST_AUTO_TEST_CASE(a_person_gives_back_all_or_a_part_in_rupees) {
    auto const answer = sent(part("1,180.50"));
    BOOST_TEST(header(answer, "Location") == page_of(payment) + "?done=refunded");
    BOOST_TEST(column("amount_paise") == "118050");
    BOOST_TEST(column("ends_access") == "false");
    auto const page = desk().get(page_of(payment) + "?done=refunded");
    for (auto const* text :
         {"The refund is on its way to Razorpay.", "1,180.50", "On its way", "Credit note SCN/"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(status(sent({{"how", "full"},
                            {"full_paise", "41132"},
                            {"amount", ""},
                            {"reason", "Another reason"},
                            {"words", "as he asked"},
                            {"ends_access", "1"}})) == 303);
    BOOST_TEST(count("refunds WHERE payment_id = :id AND reason = 'as he asked' AND ends_access AND "
                     "amount_paise = 41132",
                     payment.id) == 1);
    BOOST_TEST(shows(desk().get(refund_of(payment)), "All of it goes back already."));
}

BOOST_AUTO_TEST_CASE(a_double_click_is_one_refund) {
    auto fields = part("118");
    fields.emplace("idempotency_key", "of the page");
    BOOST_TEST(status(sent(fields)) == 303);
    BOOST_TEST(status(sent(fields)) == 303);
    BOOST_TEST(refunds() == 1);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_told_beside_the_field_and_nothing_typed_is_lost) {
    struct Wrong {
        web::Fields fields;
        char const* complaint;
    };
    auto no_words = part("118");
    no_words["reason"] = "Another reason";
    auto both = part("118");
    both["how"] = "full";
    for (auto const& [fields, complaint] :
         {Wrong{part("1591.83"), "That is more than is left of this payment."},
          Wrong{part("0.99"), "Razorpay gives back 1 rupee at least."},
          Wrong{part("-5"), "Enter the amount in rupees"}, Wrong{part(""), "Enter the amount in rupees"},
          Wrong{part("12.345"), "Enter the amount in rupees"},
          Wrong{no_words, "Say the reason in a few words."},
          Wrong{both, "Choose &quot;A part&quot; to give back this amount"}}) {
        auto const page = sent(fields);
        BOOST_TEST(status(page) == 422);
        BOOST_TEST(shows(page, complaint), complaint);
        BOOST_TEST(shows(page, "<title>Error: "));
        BOOST_TEST(shows(page, "value=\"" + fields.at("amount") + "\""), fields.at("amount"));
        BOOST_TEST(!shows(page, "value=\"1\" checked"));  // it was sent without the tick
    }
    BOOST_TEST(refunds() == 0);
}

BOOST_AUTO_TEST_CASE(a_program_is_told_the_field) {
    auto const too_much = program_sends({{"amount_paise", "159183"}, {"reason", "Paid twice"}});
    BOOST_TEST(status(too_much) == 422);
    BOOST_TEST(json_of(too_much)["errors"]["amount_paise"].text().has_value());
    for (auto const* amount : {"", "0", "-1", "1.5", "x", "99999999999999999999"}) {
        auto const refused = program_sends({{"amount_paise", amount}, {"reason", "Paid twice"}});
        BOOST_TEST(status(refused) == 422);
        BOOST_TEST(json_of(refused)["errors"]["amount_paise"].text().has_value(), amount);
    }
    auto const no_reason = program_sends({{"amount_paise", "100"}});
    BOOST_TEST(json_of(no_reason)["errors"]["reason"].text().has_value());
    BOOST_TEST(refunds() == 0);
}

BOOST_AUTO_TEST_CASE(what_is_not_here_cannot_be_given_back) {
    payment = order({.module = Module::bill, .months = 1});
    auto const not_paid = program_sends({{"amount_paise", "100"}, {"reason", "Paid twice"}});
    BOOST_TEST(status(not_paid) == 409);
    BOOST_TEST(*json_of(not_paid)["code"].text() == "not_paid");

    payment = paid({.module = Module::workslip, .months = 1});
    owner.db.execute("UPDATE payments SET dispute_id = 'disp_1', dispute_status = 'created' WHERE id = :id",
                     {{"id", payment.id}});
    BOOST_TEST(*json_of(program_sends({{"amount_paise", "100"}, {"reason", "Paid twice"}}))["code"].text() ==
               "in_dispute");
    BOOST_TEST(shows(sent(part("1")), "The bank decides who has the money."));
    BOOST_TEST(!shows(desk().get(page_of(payment)), "/refund/"));

    payment = paid({.module = Module::self_formatted, .months = 1});
    owner.db.execute("UPDATE payments SET captured_at = captured_at - interval '7 months' WHERE id = :id",
                     {{"id", payment.id}});
    BOOST_TEST(*json_of(program_sends({{"amount_paise", "100"}, {"reason", "Paid twice"}}))["code"].text() ==
               "too_late");
    BOOST_TEST(shows(desk().get(refund_of(payment)), "It was paid more than 6 months ago."));
}

BOOST_AUTO_TEST_CASE(without_a_fresh_code_the_form_comes_back_as_it_was) {
    auto browser = desk();
    app.clock.shift_to(app.clock.now() + std::chrono::minutes{6});
    auto fields = part("118");
    fields["words"] = "she called";
    browser.on_page(refund_of(payment));
    auto const asked = browser.post(refund_of(payment), fields);
    BOOST_TEST(status(asked) == 303);
    BOOST_TEST(header(asked, "Location").starts_with("/accounts/verify-totp/?next="));
    BOOST_TEST(refunds() == 0);
    browser.set_cookie("__Host-sid", test::a_session(owner.db, admin, app.clock.now(), true));
    auto const page = browser.get(refund_of(payment));
    for (auto const* text :
         {"Your form is as you left it.", "value=\"118\"", "value=\"she called\"",
          "<input checked class=\"form-check-input\" type=\"radio\" name=\"how\" value=\"part\">"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(!shows(page, "value=\"full\" checked"));
    browser.prefers_json();
    app.clock.shift_to(app.clock.now() + std::chrono::minutes{6});
    BOOST_TEST(*json_of(browser.post(refund_of(payment), {{"amount_paise", "100"}, {"reason", "x"}}))["code"]
                    .text() == "fresh_code_required");
}

BOOST_AUTO_TEST_CASE(a_refund_that_failed_says_why_and_its_note_is_cancelled) {
    sent(part("118"));
    auto const refund = *RefundStore{owner.db}.find(*PublicRefundId::parse(column("public_id")));
    Refunds{owner.db, app.clock, gateway.config()}.apply({.id = test::fresh_gateway_id("rfnd_"),
                                                          .payment_id = *payment.gateway_payment_id,
                                                          .amount = refund.amount,
                                                          .status = RefundStatus::failed,
                                                          .ours = refund.public_id.text()});
    auto const page = desk().get(page_of(payment));
    for (auto const* text : {"The gateway could not give it back", "is cancelled: its refund failed",
                             "In review: A refund did not go as it should"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(!shows(page, "/credit-notes/"));
}

BOOST_AUTO_TEST_SUITE_END()
