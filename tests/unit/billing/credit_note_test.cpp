#include <boost/test/unit_test.hpp>

#include <random>

#include "domain/billing/credit_note.h"
#include "domain/billing/refund.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

State const kTelangana = *State::parse("36");
State const kKarnataka = *State::parse("29");

PaperAmounts invoice(std::int64_t taxable, State const& place = kTelangana) {
    return {.taxable = Money::from_paise(taxable),
            .tax = gst(Money::from_paise(taxable), 18, kTelangana, place)};
}

bool is_sound(PaperAmounts const& note) {
    return note.taxable >= Money{} && note.tax.cgst >= Money{} && note.tax.igst >= Money{} &&
           note.tax.cgst == note.tax.sgst && (note.tax.igst == Money{} || note.tax.cgst == Money{});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(credit_notes)

BOOST_AUTO_TEST_CASE(a_whole_refund_takes_the_whole_invoice_back) {
    auto const paper = invoice(134900);
    BOOST_TEST((credit_for(paper, {}, paper.total()) == paper));
}

BOOST_AUTO_TEST_CASE(a_part_is_taxed_as_the_invoice_was) {
    auto const note = credit_for(invoice(100000), {}, Money::from_paise(11800));
    BOOST_TEST(note.taxable.paise() == 10000);
    BOOST_TEST(note.tax.cgst.paise() == 900);
    BOOST_TEST(note.tax.sgst.paise() == 900);
    auto const there = credit_for(invoice(100000, kKarnataka), {}, Money::from_paise(11800));
    BOOST_TEST(there.tax.igst.paise() == 1800);
    BOOST_TEST(there.tax.cgst.paise() == 0);
}

BOOST_AUTO_TEST_CASE(the_last_note_takes_the_rest_to_the_paisa) {
    auto const paper = invoice(134900);
    PaperAmounts given;
    for (int i = 0; i < 3; ++i) given += credit_for(paper, given, Money::from_paise(33333));
    given += credit_for(paper, given, paper.total() - given.total());
    BOOST_TEST((given == paper));
}

// Invoices less credit notes are the money that stayed, whatever the amounts, the State and the number of
// refunds; also where refunds failed and their notes count no more.
BOOST_AUTO_TEST_CASE(ten_thousand_lives_add_up_to_the_paisa) {
    std::mt19937_64 random{2026};
    auto const upto = [&](std::int64_t most) { return std::int64_t(random() % std::uint64_t(most)) + 1; };
    for (int life = 0; life < 10000; ++life) {
        auto const paper = invoice(200 + upto(1000000), life % 2 ? kTelangana : kKarnataka);
        PaperAmounts given;
        auto money = paper.total();
        for (auto refunds = upto(6); refunds > 0 && money >= Money::from_rupees(1); --refunds) {
            auto amount = Money::from_paise(99 + upto(money.paise() - 99));
            if (money - amount < Money::from_rupees(1)) amount = money;
            auto const note = credit_for(paper, given, amount);
            BOOST_REQUIRE(is_sound(note));
            BOOST_REQUIRE((note.total() == amount));
            if (upto(5) == 1) continue;  // the bank refused it
            given += note;
            money -= amount;
        }
        BOOST_REQUIRE((paper.total() - given.total() == money));
        BOOST_REQUIRE(given.taxable <= paper.taxable && given.tax.cgst <= paper.tax.cgst &&
                      given.tax.igst <= paper.tax.igst);
        if (money == Money{}) BOOST_REQUIRE((given == paper));
    }
}

BOOST_AUTO_TEST_CASE(a_refund_goes_forward_only) {
    using enum RefundStatus;
    BOOST_TEST((after(pending, processed) == processed));
    BOOST_TEST((after(processed, pending) == processed));
    BOOST_TEST((after(processed, failed) == processed));
    BOOST_TEST((after(failed, processed) == processed));
    BOOST_TEST((after(failed, pending) == failed));
    BOOST_TEST((parse_refund_status("created") == pending));
    BOOST_TEST(!parse_refund_status("lost"));
}

BOOST_AUTO_TEST_SUITE_END()
