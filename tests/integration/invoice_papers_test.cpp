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
    outbound::BlobStore store{gateway.config().blobs};
    InvoicePapers papers{counter.db, clock, store};

    Payment paid() {
        auto const payment = order();
        counter.capture.apply(told(payment), Messenger::webhook);
        return payment;
    }
    std::optional<std::string> sha256_of(Payment const& payment) {
        return db.one("SELECT pdf_sha256 FROM invoices WHERE payment_id = :id", {{"id", payment.id}},
                      [](db::Row const& row) { return row.maybe_text("pdf_sha256"); });
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
    BOOST_TEST(test::text_of_pdf(paper->bytes).find(paper->invoice_number) != std::string::npos);
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

BOOST_AUTO_TEST_SUITE_END()
