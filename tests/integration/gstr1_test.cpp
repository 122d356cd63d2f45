#include <boost/test/unit_test.hpp>

#include "domain/billing/gstr1_files.h"
#include "domain/billing/gstr1_store.h"
#include "sheet/decimal.h"
#include "sheet/xlsx_reader.h"
#include "support/shop.h"
#include "support/worker.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;

namespace {

// A month of sales to all kinds of buyers, some given back.
struct Books : test::Shop {
    test::Worker worker{clock, gateway.config()};
    db::Session office{{test::clone_as("ssr_admin")}};
    test::Person officer = test::a_person(db, "admin");
    Refunds refunds{office, clock, gateway.config()};
    Month const month{2040, 6};

    Books() { only_own_jobs(); }

    Payment sell(std::string const& state, std::optional<Gstin> gstin,
                 Wish what = {.module = Module::estimate, .months = 12}) {
        sita = test::a_person(db);
        auto order = wish(std::move(what));
        order.state = *State::parse(state);
        order.gstin = gstin;
        auto const payment = counter.checkout.begin(order);
        BOOST_REQUIRE(bool(payment));
        auto const paid = told(*payment);
        gateway.has(paid);
        counter.capture.apply(paid, Messenger::webhook);
        return *payment;
    }
    void give_back(Payment const& payment, std::int64_t paise) {
        BOOST_REQUIRE(bool(refunds.request(
            {.payment = payment.public_id, .amount = Money::from_paise(paise), .by = officer.id})));
        worker.runner.run_due();
    }
    // The table's own sum of a column over the month.
    std::int64_t sum(std::string const& column, std::string const& from) {
        return db.one("SELECT cast(coalesce(sum(" + column + "), 0) AS bigint) AS n FROM " + from +
                          " WHERE issued_at >= :begins AND issued_at < :ends",
                      {{"begins", month.begins()}, {"ends", month.ends()}},
                      [](db::Row const& row) { return row.integer("n"); });
    }
    std::int64_t net(std::string const& column) {
        return sum(column, "invoices") -
               sum(column, "(SELECT * FROM credit_notes WHERE cancelled_at IS NULL) counted");
    }
    // Adds a column of a sheet up, without its head; paise.
    std::int64_t column(std::string const& bytes, std::string const& sheet, int column) {
        auto reader = sheet::XlsxReader::open_bytes(bytes);
        BOOST_REQUIRE(bool(reader));
        std::int64_t all = 0;
        auto const complaints = reader->read(sheet, [&](sheet::Row const& row) {
            if (auto const* cell = row.find(column); cell && row.number > 1)
                all += sheet::Decimal::parse(cell->text).value().units(2).value();
            return true;
        });
        BOOST_REQUIRE(complaints.empty());
        return all;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(the_month_s_return, Books)

BOOST_AUTO_TEST_CASE(it_adds_up_to_the_tables_in_json_and_workbook) {
    clock.set(month.begins() - 1s);
    sell("36", std::nullopt);
    clock.set(month.begins());
    auto const company = sell("27", Gstin::parse("27AAPFU0939F1ZV"), {.bundle = "all", .months = 12});
    auto const home = sell("36", std::nullopt);
    auto const far = sell("29", std::nullopt, {.module = Module::bill, .months = 1});
    sell("36", Gstin::parse("36AAACI1681G1ZQ"));
    give_back(company, 100000);
    give_back(home, 33333);
    give_back(far, 2468);  // the bank refuses it: the number stays, cancelled
    clock.set(month.ends());
    sell("36", std::nullopt);

    auto const made = gstr1(gateway.config().supplier.gstin, month, papers_of(office, month));
    BOOST_TEST(made.b2b.size() == 2u);
    BOOST_TEST(made.cdnr.size() == 1u);
    BOOST_TEST(made.net().taxable.paise() == net("taxable_paise"));
    BOOST_TEST(made.net().tax.cgst.paise() == net("cgst_paise"));
    BOOST_TEST(made.net().tax.igst.paise() == net("igst_paise"));
    BOOST_TEST(made.net().total().paise() == net("total_amount_paise"));

    BOOST_REQUIRE(made.documents.size() == 2u);
    BOOST_TEST(made.documents[0].issued == 4);
    BOOST_TEST(made.documents[0].cancelled == 0);
    BOOST_TEST(made.documents[0].to.ends_with("/000005"));
    BOOST_TEST(made.documents[1].issued == 3);
    BOOST_TEST(made.documents[1].cancelled == 1);
    BOOST_TEST(made.documents[1].net() == 2);

    auto const book = to_workbook(made, clock.now());
    BOOST_TEST(column(book, "b2b", 9) + column(book, "b2cl", 9) + column(book, "b2cs", 4) -
                   column(book, "cdnr", 9) - column(book, "cdnur", 9) ==
               net("taxable_paise"));
    BOOST_TEST(column(book, "hsn(b2b)", 5) + column(book, "hsn(b2c)", 5) == net("taxable_paise"));
    BOOST_TEST(column(book, "hsn(b2b)", 6) + column(book, "hsn(b2c)", 6) == net("igst_paise"));
    BOOST_TEST(column(book, "docs", 6) == 600);

    auto const file = *Json::parse(to_json(made).dump());
    BOOST_TEST(*file["fp"].text() == "062040");
    BOOST_TEST(file["b2b"].array()->size() == 2u);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_month_without_papers_is_empty) {
    auto const made = gstr1(gateway.config().supplier.gstin, {2041, 6}, papers_of(office, {2041, 6}));
    BOOST_TEST(made.net().total().paise() == 0);
    BOOST_TEST(made.documents.empty());
    BOOST_TEST(!to_workbook(made, clock.now()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
