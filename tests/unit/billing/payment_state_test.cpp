#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "domain/billing/payment_state.h"

using namespace ssr::billing;
using enum PaymentStatus;

namespace {

// The end of every order in which these reports can arrive, each of them twice.
std::vector<PaymentStatus> ends_of(std::vector<PaymentStatus> reports) {
    std::vector<PaymentStatus> ends;
    std::sort(reports.begin(), reports.end());
    do {
        auto state = created;
        for (auto const reported : reports) state = after(after(state, reported), reported);
        for (auto const reported : reports) state = after(state, reported);
        ends.push_back(state);
    } while (std::next_permutation(reports.begin(), reports.end()));
    return ends;
}

bool all_are(std::vector<PaymentStatus> const& ends, PaymentStatus wanted) {
    return std::all_of(ends.begin(), ends.end(), [&](auto end) { return end == wanted; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(states_of_a_payment)

BOOST_AUTO_TEST_CASE(every_order_of_arrival_ends_alike) {
    auto const ends = ends_of({attempted, failed, authorized, captured, partially_refunded, refunded});
    BOOST_TEST(ends.size() == 720u);
    BOOST_TEST(all_are(ends, refunded));
    BOOST_TEST(all_are(ends_of({attempted, failed, authorized, captured}), captured));
}

BOOST_AUTO_TEST_CASE(a_failure_told_late_does_not_unpay) {
    for (auto const paid : {captured, partially_refunded, refunded})
        for (auto const told : {created, attempted, failed, authorized})
            BOOST_TEST((after(paid, told) == paid));
}

BOOST_AUTO_TEST_CASE(a_late_authorisation_lifts_a_failure) {
    BOOST_TEST((after(failed, authorized) == authorized));
    BOOST_TEST((after(failed, captured) == captured));
    BOOST_TEST((after(authorized, failed) == authorized));
}

BOOST_AUTO_TEST_CASE(only_received_money_is_paid) {
    for (auto const status : {created, attempted, failed, authorized}) BOOST_TEST(!is_paid(status));
    for (auto const status : {captured, partially_refunded, refunded}) BOOST_TEST(is_paid(status));
}

BOOST_AUTO_TEST_CASE(each_state_has_its_word) {
    for (auto const status : {created, attempted, failed, authorized, captured, partially_refunded, refunded})
        BOOST_TEST((parse_payment_status(code(status)) == status));
    BOOST_CHECK_THROW(parse_payment_status("paid"), std::exception);
}

BOOST_AUTO_TEST_SUITE_END()
