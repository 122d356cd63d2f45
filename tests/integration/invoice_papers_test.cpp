#include <boost/test/unit_test.hpp>

#include <thread>

#include "base/secure.h"
#include "domain/billing/invoice_papers.h"
#include "support/pdf_text.h"
#include "support/shop.h"
#include "support/worker.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

struct Office : test::Shop {
    db::Session office{{test::clone_as("ssr_admin")}};
    outbound::BlobStore store{gateway.config().blobs};
    InvoicePapers papers{counter.db, clock, store};

    Payment paid() {
        auto const payment = order();
        auto const word = told(payment);
        gateway.has(word);
        counter.capture.apply(word, Messenger::webhook);
        return payment;
    }
    std::optional<std::string> sha256_of(Payment const& payment) {
        return db.one("SELECT pdf_sha256 FROM invoices WHERE payment_id = :id", {{"id", payment.id}},
                      [](db::Row const& row) { return row.maybe_text("pdf_sha256"); });
    }
    Refund returned(Payment const& payment, std::int64_t paise) {
        auto const refund =
            Refunds{office, clock, gateway.config()}.request({.payment = payment.public_id,
                                                              .amount = Money::from_paise(paise),
                                                              .reason = "asked",
                                                              .by = sita.id});
        BOOST_REQUIRE(bool(refund));
        return *refund;
    }
    /// The note of a refund, and the hash of its file.
    std::pair<PublicCreditNoteId, std::optional<std::string>> note_of(Refund const& refund) {
        return db.one("SELECT public_id, pdf_sha256 FROM credit_notes WHERE refund_id = :refund",
                      {{"refund", refund.id}}, [](db::Row const& row) {
                          return std::pair{row.public_id<PublicCreditNoteId>("public_id"),
                                           row.maybe_text("pdf_sha256")};
                      });
    }
    void work() { test::Worker{clock, gateway.config()}.runner.run_due(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(papers_of_invoices, Office)

BOOST_AUTO_TEST_CASE(the_worker_makes_the_paper_after_the_capture_and_it_is_given_out_as_it_was_made) {
    auto const payment = paid();
    BOOST_TEST(!sha256_of(payment));
    work();
    BOOST_REQUIRE(sha256_of(payment).has_value());
    auto const paper = papers.find(sita.id, payment.public_id);
    BOOST_REQUIRE(paper.has_value());
    BOOST_TEST(paper->sha256 == *sha256_of(payment));
    BOOST_TEST(sha256_hex(paper->bytes) == paper->sha256);
    BOOST_TEST(test::text_of_pdf(paper->bytes).find(paper->number) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_download_before_the_job_makes_the_paper_and_the_job_leaves_it_as_it_is) {
    auto const payment = paid();
    auto const first = papers.find(sita.id, payment.public_id);
    BOOST_REQUIRE(first.has_value());
    work();
    BOOST_TEST(*sha256_of(payment) == first->sha256);
    BOOST_TEST((papers.find(sita.id, payment.public_id)->bytes == first->bytes));
}

BOOST_AUTO_TEST_CASE(eight_who_ask_at_once_are_given_the_same_bytes) {
    auto const payment = paid();
    std::vector<std::string> seen(8);
    std::vector<std::thread> readers;
    for (auto& bytes : seen)
        readers.emplace_back([&] {
            test::Counter own{clock, gateway.config()};
            bytes = InvoicePapers{own.db, clock, store}.find(sita.id, payment.public_id)->bytes;
        });
    for (auto& reader : readers) reader.join();
    for (auto const& bytes : seen) BOOST_TEST((bytes == seen.front()));
}

BOOST_AUTO_TEST_CASE(what_is_not_paid_or_not_his_has_no_paper) {
    auto const open = order();
    BOOST_TEST(!papers.find(sita.id, open.public_id));
    counter.capture.apply(told(open), Messenger::webhook);
    BOOST_TEST(!papers.find(test::a_person(db).id, open.public_id));
}

BOOST_AUTO_TEST_CASE(later_changes_of_the_profile_do_not_touch_the_paper) {
    auto const payment = paid();
    db.execute("UPDATE users SET name = 'Another Name', state_code = '29' WHERE id = :id", {{"id", sita.id}});
    auto const text = test::text_of_pdf(papers.find(sita.id, payment.public_id)->bytes);
    BOOST_TEST(text.find(sita.name) != std::string::npos);
    BOOST_TEST(text.find("Another Name") == std::string::npos);
    BOOST_TEST(text.find("CGST 9 %") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_credit_note_is_made_once_by_the_worker_and_given_out_to_its_buyer_alone) {
    auto const payment = paid();
    auto const refund = returned(payment, 11800);
    work();
    auto const [note, hash] = note_of(refund);
    BOOST_REQUIRE(hash.has_value());
    auto const paper = papers.find_note(sita.id, payment.public_id, note);
    BOOST_REQUIRE(paper.has_value());
    BOOST_TEST(paper->sha256 == *hash);
    BOOST_TEST(sha256_hex(paper->bytes) == *hash);
    BOOST_TEST(paper->number == refund.credit_note_number);
    auto const text = test::text_of_pdf(paper->bytes);
    for (auto const& part : {refund.credit_note_number, papers.find(sita.id, payment.public_id)->number,
                             std::string{"118.00"}, sita.name})
        BOOST_TEST(text.find(part) != std::string::npos, part);

    auto const other = paid();
    BOOST_TEST(!papers.find_note(test::a_person(db).id, payment.public_id, note));
    BOOST_TEST(!papers.find_note(sita.id, other.public_id, note));
    BOOST_TEST(!papers.find_note(sita.id, payment.public_id, PublicCreditNoteId::fresh()));
}

BOOST_AUTO_TEST_CASE(a_credit_note_asked_for_before_the_job_is_made_then_and_left_as_it_is) {
    auto const payment = paid();
    auto const refund = returned(payment, 10000);
    auto const note = note_of(refund).first;
    auto const first = papers.find_note(sita.id, payment.public_id, note);
    BOOST_REQUIRE(first.has_value());
    work();
    BOOST_TEST(*note_of(refund).second == first->sha256);
}

BOOST_AUTO_TEST_CASE(a_credit_note_whose_refund_failed_is_not_given_out) {
    auto const payment = paid();
    auto const refund = returned(payment, 2468);  // the amount that fails
    auto const note = note_of(refund).first;
    BOOST_TEST(papers.find_note(sita.id, payment.public_id, note).has_value());
    work();
    BOOST_TEST(!papers.find_note(sita.id, payment.public_id, note).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
