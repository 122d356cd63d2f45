#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "handlers/subscriptions_site.h"
#include "support/pdf_text.h"

using namespace ssr;
using test::header, test::json_of, test::shows;

namespace {

int status(web::Response const& answer) { return int(answer.status); }

// Somebody who paid, and the office that gives back.
struct Papers : test::Shopfront {
    billing::Refunds refunds{owner.db, app.clock, gateway.config()};

    /// The public id of the payment.
    std::string bought(std::string module = "estimate") {
        auto const made = placed(order(std::move(module)));
        program().post("/subscriptions/verify-payment/", paid(made));
        return *made["payment_id"].text();
    }
    billing::Refund returned(std::string const& payment, std::int64_t paise) {
        auto const refund = refunds.request({.payment = *PublicPaymentId::parse(payment),
                                             .amount = Money::from_paise(paise),
                                             .reason = "of no concern to him",
                                             .by = sita.id});
        BOOST_REQUIRE(bool(refund));
        return *refund;
    }
    std::string note_address(std::string const& payment, billing::Refund const& refund) {
        auto const note =
            owner.db.one("SELECT public_id FROM credit_notes WHERE refund_id = :refund",
                         {{"refund", refund.id}}, [](db::Row const& row) { return row.text("public_id"); });
        return "/payments/" + payment + "/credit-notes/" + note + "/";
    }
    std::string column(std::string const& name, std::string const& payment) {
        return owner.db.one("SELECT " + name +
                                " AS text FROM payments p LEFT JOIN invoices i ON i.payment_id = p.id "
                                "WHERE p.public_id = :payment",
                            {{"payment", payment}}, [](db::Row const& row) { return row.text("text"); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(papers, Papers)

BOOST_AUTO_TEST_CASE(a_credit_note_is_a_file_that_stays_the_same) {
    auto const payment = bought();
    auto const refund = returned(payment, 11800);
    auto const address = note_address(payment, refund);
    auto const paper = signed_in().get(address);
    BOOST_TEST(status(paper) == 200);
    BOOST_TEST(header(paper, "Content-Type") == "application/pdf");
    BOOST_TEST(header(paper, "Content-Disposition").find("SCN-") != std::string::npos);
    auto const text = test::text_of_pdf(paper.body);
    for (auto const& part : {refund.credit_note_number, column("invoice_number", payment)})
        BOOST_TEST(text.find(part) != std::string::npos, part);
    BOOST_TEST(text.find("of no concern") == std::string::npos);
    BOOST_TEST((signed_in().get(address).body == paper.body));
    BOOST_TEST(sha256_hex(paper.body) ==
               owner.db.one("SELECT pdf_sha256 FROM credit_notes WHERE refund_id = :refund",
                            {{"refund", refund.id}},
                            [](db::Row const& row) { return row.text("pdf_sha256"); }));
}

BOOST_AUTO_TEST_CASE(nobody_reads_another_s_credit_note_nor_one_of_another_payment) {
    auto const payment = bought(), other = bought("bill");
    auto const refund = returned(payment, 11800);
    auto const address = note_address(payment, refund);
    BOOST_TEST(status(signed_in(test::a_person(owner.db)).get(address)) == 404);
    BOOST_TEST(status(stranger().get(address)) == 303);
    BOOST_TEST(status(signed_in().get(note_address(other, refund))) == 404);
    BOOST_TEST(status(signed_in().get("/payments/" + payment + "/credit-notes/" +
                                      PublicCreditNoteId::fresh().text() + "/")) == 404);
    BOOST_TEST(status(signed_in().get("/payments/" + payment + "/credit-notes/x/")) == 404);
}

BOOST_AUTO_TEST_CASE(what_goes_back_is_told_beside_its_papers) {
    auto const payment = bought();
    auto browser = signed_in();
    auto const before = browser.get("/subscriptions/payments/" + payment + "/");
    BOOST_TEST(!shows(before, "goes back"));
    auto const refund = returned(payment, 11800);
    auto const order = browser.get("/subscriptions/payments/" + payment + "/");
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const& text : {std::string{"₹ 118.00 of it goes back to you."},
                             "Credit note " + refund.credit_note_number, note_address(payment, refund)})
        BOOST_TEST(shows(order, text), text);
    auto const list = browser.get("/payments/");
    BOOST_TEST(app.db.statements() <= 3);
    for (auto const& text :
         {std::string{"118.00 returned"}, refund.credit_note_number, note_address(payment, refund)})
        BOOST_TEST(shows(list, text), text);
}

BOOST_AUTO_TEST_CASE(what_went_back_as_a_whole_keeps_its_papers) {
    auto const payment = bought();
    auto const refund = returned(payment, 159182);
    refunds.apply({.id = test::fresh_gateway_id("rfnd_"),
                   .payment_id = column("gateway_payment_id", payment),
                   .amount = refund.amount,
                   .status = billing::RefundStatus::processed,
                   .ours = refund.public_id.text()});
    auto const order = signed_in().get("/subscriptions/payments/" + payment + "/");
    for (auto const& text : {std::string{"Payment returned"}, "Invoice " + column("invoice_number", payment),
                             "Credit note " + refund.credit_note_number})
        BOOST_TEST(shows(order, text), text);
    BOOST_TEST(shows(signed_in().get("/payments/?status=returned"), refund.credit_note_number));
    BOOST_TEST(shows(signed_in().get("/payments/?status=paid"), "No payment like that"));
}

BOOST_AUTO_TEST_CASE(payments_are_found_by_the_numbers_of_their_papers) {
    auto const one = bought(), two = bought("bill");
    auto const refund = returned(two, 10000);
    auto const found = [&](std::string const& text) {
        auto const list = json_of(program().get("/payments/?q=" + text));
        return list.array()->size() == 1u ? *list.array()->front()["id"].text() : "";
    };
    BOOST_TEST(found(column("order_id", one)) == one);
    BOOST_TEST(found("+" + column("lower(invoice_number)", one) + "+") == one);
    BOOST_TEST(found(refund.credit_note_number) == two);
    BOOST_TEST(json_of(program().get("/payments/?q=ORD-")).array()->size() == 2u);
    for (auto const* text : {"NOSUCH", "%25", "_", "%27"}) {
        BOOST_TEST(json_of(program().get("/payments/?q=" + std::string{text})).array()->empty(), text);
        BOOST_TEST(shows(signed_in().get("/payments/?q=" + std::string{text}), "No payment like that"), text);
    }
    auto const other = test::a_person(owner.db);
    BOOST_TEST(
        shows(signed_in(other).get("/payments/?q=" + column("order_id", one)), "No payment like that"));
}

BOOST_AUTO_TEST_CASE(a_search_of_any_length_and_script_is_answered) {
    std::string words = "a";
    for (int i = 0; i < 40; ++i) words += "%E0%B0%A4";  // three bytes each
    BOOST_TEST(shows(signed_in().get("/payments/?q=" + words), "No payment like that"));
}

BOOST_AUTO_TEST_CASE(payments_are_chosen_by_financial_year) {
    app.clock.shift_to(*parse_instant("2027-03-31T18:29:00Z"));
    auto const before = bought();
    app.clock.shift_to(*parse_instant("2027-03-31T18:31:00Z"));
    auto const after = bought("bill");
    auto const ids = [&](std::string const& query) {
        std::string all;
        auto const list = json_of(program().get("/payments/?" + query));
        for (auto const& each : *list.array()) all += *each["id"].text() + " ";
        return all;
    };
    BOOST_TEST(ids("year=26-27") == before + " ");
    BOOST_TEST(ids("year=27-28") == after + " ");
    BOOST_TEST(ids("year=26-27&status=failed") == "");
    BOOST_TEST(ids("year=nonsense") == after + " " + before + " ");
    auto const page = signed_in().get("/payments/?year=26-27");
    for (auto const* text : {"FY 2027-28", "<option value=\"26-27\" selected>FY 2026-27", "1 to 1 of 1"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(!shows(page, "FY 2025-26"));
}

BOOST_AUTO_TEST_CASE(pages_of_a_search_keep_it) {
    order_many();
    auto const page = signed_in().get("/payments/?q=%22many%26&status=open");
    BOOST_TEST(shows(page, "value=\"&quot;many&amp;\""));
    auto const found = signed_in().get("/payments/?q=many&status=open");
    BOOST_TEST(shows(found, "1 to 25 of 30"));
    BOOST_TEST(shows(found, "/payments/?q=many&amp;status=open&amp;page=2"));
    BOOST_TEST(shows(signed_in().get("/payments/?q=many&status=open&page=2"), "26 to 30 of 30"));
}

BOOST_AUTO_TEST_SUITE_END()
