#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "domain/billing/gateway.h"

using namespace ssr;
using namespace ssr::billing;
using namespace std::chrono_literals;
using enum MandateStatus;

namespace {

// The end of every order in which these reports can arrive, each of them twice.
bool all_end_as(std::vector<MandateStanding> const& reports, MandateStanding wanted) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < reports.size(); ++i) order.push_back(i);
    do {
        MandateStanding now{created, 0};
        for (auto const i : order) now = after(after(now, reports[i]), reports[i]);
        for (auto const i : order) now = after(now, reports[i]);
        if (now != wanted) return false;
    } while (std::next_permutation(order.begin(), order.end()));
    return true;
}

Instant const kNow = *parse_instant("2026-11-24T10:00:00Z");

}  // namespace

BOOST_AUTO_TEST_SUITE(states_of_a_mandate)

BOOST_AUTO_TEST_CASE(every_order_of_arrival_ends_alike) {
    BOOST_TEST(all_end_as({{authenticated, 0}, {active, 1}}, {active, 1}));
    BOOST_TEST(all_end_as({{authenticated, 0}, {pending, 0}, {active, 1}, {active, 2}}, {active, 2}));
    BOOST_TEST(all_end_as({{authenticated, 0}, {active, 1}, {pending, 1}, {halted, 1}}, {halted, 1}));
    BOOST_TEST(all_end_as({{authenticated, 0}, {active, 1}, {pending, 1}, {halted, 1}, {cancelled, 1}},
                          {halted, 1}));
    BOOST_TEST(all_end_as({{authenticated, 0}, {cancelled, 0}, {active, 1}}, {cancelled, 1}));
}

BOOST_AUTO_TEST_CASE(a_failed_charge_told_after_the_one_that_went_through_is_old) {
    BOOST_TEST((after({active, 1}, {pending, 0}) == MandateStanding{active, 1}));
    BOOST_TEST((after({active, 1}, {pending, 1}) == MandateStanding{pending, 1}));
    BOOST_TEST((after({pending, 1}, {active, 2}) == MandateStanding{active, 2}));
}

BOOST_AUTO_TEST_CASE(an_end_is_the_end) {
    for (auto const end : {cancelled, completed, halted})
        for (auto const reported : {created, authenticated, active, pending}) {
            BOOST_TEST((after({end, 1}, {reported, 1}).status == end));
            BOOST_TEST(is_over(end));
            BOOST_TEST(!is_live(end));
            BOOST_TEST(!is_over(reported));
        }
    BOOST_TEST(!is_live(created));
    BOOST_TEST((is_live(authenticated) && is_live(active) && is_live(pending)));
}

BOOST_AUTO_TEST_CASE(every_status_has_its_word) {
    for (auto const status : {created, authenticated, active, pending, cancelled, completed, halted})
        BOOST_TEST((parse_mandate_status(code(status)) == status));
    BOOST_CHECK_THROW(parse_mandate_status("paused"), std::exception);
}

BOOST_AUTO_TEST_CASE(the_first_charge_leaves_a_day_to_authorise_and_a_day_of_notice) {
    BOOST_TEST((first_charge(kNow + 48h, kNow) == kNow + 48h));
    BOOST_TEST(!first_charge(kNow + 48h - 1s, kNow));
    BOOST_TEST((authorise_by(kNow) <= kNow + 48h - 24h));
}

BOOST_AUTO_TEST_CASE(a_mandate_charges_for_five_years_at_most_and_at_least_once) {
    BOOST_TEST(charges_of_mandate(1) == 60);
    BOOST_TEST(charges_of_mandate(12) == 5);
    BOOST_TEST(charges_of_mandate(60) == 1);
    BOOST_TEST(charges_of_mandate(100) == 1);
}

BOOST_AUTO_TEST_CASE(the_gateway_is_asked_again_while_its_word_may_be_lost) {
    BOOST_TEST((next_look(created, {}, kNow) == kNow + 15min));
    BOOST_TEST((next_look(active, {.next_charge_at = kNow + 240h}, kNow) == kNow + 241h));
    BOOST_TEST((next_look(active, {.next_charge_at = kNow - 2h}, kNow) == kNow + 6h));
    BOOST_TEST((next_look(cancelled, {.authorised_at = kNow, .ended_at = kNow}, kNow) == kNow + 24h));
    BOOST_TEST(!next_look(cancelled, {.authorised_at = kNow, .ended_at = kNow}, kNow + 24h));
    BOOST_TEST(!next_look(cancelled, {.ended_at = kNow}, kNow));
}

BOOST_AUTO_TEST_CASE(the_gateway_s_own_example_of_a_signature_is_confirmed) {
    std::string const secret = "EnLs21M47BllR3X8PSFtjtbd", payment = "pay_IDZNwZZFtnjyym",
                      subscription = "sub_ID6MOhgkcoHj9I",
                      signature = "601f383334975c714c91a7d97dd723eb56520318355863dcf3821c0d07a17693";
    BOOST_TEST(is_signed_for_mandate(secret, payment, subscription, signature));
    BOOST_TEST(!is_signed_for_mandate(secret, subscription, payment, signature));
    BOOST_TEST(!is_signed_by_checkout(secret, subscription, payment, signature));
}

BOOST_AUTO_TEST_CASE(what_the_gateway_tells_is_read_or_refused) {
    auto const read = [](char const* text) { return to_gateway_mandate(*Json::parse(text)); };
    auto const told = read(
        R"({"id":"sub_1","status":"active","paid_count":2,"charge_at":1795000000,"payment_method":"upi"})");
    BOOST_REQUIRE(told.has_value());
    BOOST_TEST((told->standing == MandateStanding{active, 2}));
    BOOST_TEST(told->method == "upi");
    BOOST_TEST((read(R"({"id":"sub_1","status":"expired","charge_at":null})")->standing.status == cancelled));
    BOOST_TEST((read(R"({"id":"sub_1","status":"paused"})")->standing.status == cancelled));
    for (auto const* text :
         {R"({"id":"sub_1","status":"dreaming"})", R"({"id":"order_1","status":"active"})",
          R"({"status":"active"})", R"({"id":"sub_1","status":"active","paid_count":-1})", "[]"})
        BOOST_TEST(!read(text).has_value(), text);
}

BOOST_AUTO_TEST_SUITE_END()
