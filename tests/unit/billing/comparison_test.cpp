#include <boost/test/unit_test.hpp>

#include "domain/billing/comparison.h"

using namespace ssr;
using namespace ssr::billing;

namespace {

GatewayPayment there(std::string id, std::int64_t paise, PaymentStatus status = PaymentStatus::captured) {
    return {.id = std::move(id),
            .order_id = "order_1",
            .amount = Money::from_paise(paise),
            .currency = "INR",
            .status = status,
            .was_captured = is_paid(status)};
}

GatewayRefund back(std::string id, std::int64_t paise, RefundStatus status = RefundStatus::processed) {
    return {.id = std::move(id), .payment_id = "pay_1", .amount = Money::from_paise(paise), .status = status};
}

std::string told(GatewayBooks const& theirs, Books const& ours) {
    std::string all;
    for (auto const& each : compare(theirs, ours))
        all += std::string{code(each.kind)} + " " + each.subject + ";";
    return all;
}

Money const k10 = Money::from_paise(1000);

}  // namespace

BOOST_AUTO_TEST_SUITE(comparing_books)

BOOST_AUTO_TEST_CASE(books_that_agree_have_no_difference) {
    BOOST_TEST(
        told({{there("pay_1", 1000), there("pay_2", 1000, PaymentStatus::failed)}, {back("rfnd_1", 1000)}},
             {{{"pay_1", k10, {}}}, {{"rfnd_1", k10, RefundStatus::processed}}}) == "");
    BOOST_TEST(told({}, {}) == "");
}

BOOST_AUTO_TEST_CASE(what_is_on_one_side_only_is_told) {
    BOOST_TEST(told({{there("pay_1", 1000)}, {back("rfnd_1", 100)}}, {}) ==
               "not_booked pay_1;refund_not_booked rfnd_1;");
    BOOST_TEST(told({}, {{{"pay_1", k10, {}}}, {{"rfnd_1", k10, RefundStatus::processed}}}) ==
               "not_captured pay_1;refund_unknown rfnd_1;");
    BOOST_TEST(told({{there("pay_1", 1000, PaymentStatus::authorized)}, {}}, {{{"pay_1", k10, {}}}, {}}) ==
               "not_captured pay_1;");
}

BOOST_AUTO_TEST_CASE(other_amounts_and_states_are_told) {
    auto more = there("pay_1", 1001);
    more.refunded = k10;
    BOOST_TEST(told({{more}, {}}, {{{"pay_1", k10, {}}}, {}}) ==
               "amount_differs pay_1;refunded_differs pay_1;");
    BOOST_TEST(told({{}, {back("rfnd_1", 999)}}, {{}, {{"rfnd_1", k10, RefundStatus::processed}}}) ==
               "refund_differs rfnd_1;");
    BOOST_TEST(told({{}, {back("rfnd_1", 1000, RefundStatus::failed)}},
                    {{}, {{"rfnd_1", k10, RefundStatus::pending}}}) == "refund_differs rfnd_1;");
}

BOOST_AUTO_TEST_SUITE_END()
