#include "domain/billing/coupon_desk.h"

#include <boost/test/unit_test.hpp>

#include "domain/billing/coupon_book.h"
#include "support/shop.h"

using namespace ssr;
using namespace ssr::billing;
using std::chrono::days;

namespace {

// Staff who make coupons, and Sita who buys with them.
struct Desk : test::Shop {
    db::Session office{{test::clone_as("ssr_admin")}};
    test::Person officer = test::a_person(db, "admin");
    accounts::Actor by{officer.id, "10.0.0.1"};
    CouponDesk desk{office, clock};
    std::string code = "DESK" + std::to_string(sita.id.value());

    CouponOffer offer(std::int64_t percent = 10) {
        return {.code = code, .kind = Coupon::Kind::percent, .value = percent, .most = {}, .terms = {}};
    }
    PublicCouponId made(CouponOffer const& what) {
        auto const id = desk.make(what, by);
        BOOST_REQUIRE(bool(id));
        return *id;
    }
    bool is_refused(PublicCouponId const& id, CouponTerms const& terms, TermsRefused why) {
        auto const changed = desk.change(id, terms, by);
        return !changed && changed.error() == why;
    }
    Payment bought() {
        auto order = wish();
        order.coupon = code;
        auto payment = counter.checkout.begin(order);
        BOOST_REQUIRE(bool(payment));
        return *payment;
    }
    CouponState state(PublicCouponId const& id) { return desk.find(id)->state; }
    std::int64_t audited(std::string const& action) {
        return db.one("SELECT count(*) AS n FROM audit_logs WHERE user_id = :by AND action = :action",
                      {{"by", officer.id}, {"action", action}},
                      [](db::Row const& row) { return row.integer("n"); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(coupon_desk, Desk)

BOOST_AUTO_TEST_CASE(a_coupon_made_is_used_at_the_checkout_and_shows_its_orders) {
    auto what = offer();
    what.terms = {.usage_limit = 2, .per_user_limit = 1, .modules = {Module::bill, Module::estimate}};
    auto const id = made(what);
    BOOST_TEST(audited("coupon.made") == 1);
    auto const payment = bought();
    auto const line = desk.find(id);
    BOOST_TEST(line->times_used == 1);
    BOOST_TEST((line->modules == std::vector{Module::estimate, Module::bill}));
    auto uses = desk.uses_of(line->coupon.id, 50);
    BOOST_REQUIRE(uses.lines.size() == 1u);
    BOOST_TEST(uses.lines[0].order_number == payment.order_number);
    BOOST_TEST(uses.given.paise() == 0);
    counter.capture.apply(told(payment), Messenger::webhook);
    uses = desk.uses_of(line->coupon.id, 50);
    BOOST_TEST(uses.given.paise() == uses.lines[0].discount.paise());
    BOOST_TEST(uses.given.paise() > 0);
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_code_is_given_once_and_a_repeated_wish_makes_one) {
    auto what = offer();
    what.idempotency_key = "key-" + code;
    auto const id = made(what);
    BOOST_TEST(made(what).text() == id.text());
    BOOST_TEST(audited("coupon.made") == 1);
    what.idempotency_key.clear();
    auto const again = desk.make(what, by);
    BOOST_TEST((!again && again.error() == TermsRefused::code_taken));
}

BOOST_AUTO_TEST_CASE(nothing_is_made_that_is_over_already) {
    auto what = offer();
    what.terms.valid_until = clock.now();
    auto const refused = desk.make(what, by);
    BOOST_TEST((!refused && refused.error() == TermsRefused::ends_in_the_past));
    what.terms.valid_until = clock.now() + days{1};
    BOOST_TEST(bool(desk.make(what, by)));
}

BOOST_AUTO_TEST_CASE(its_state_is_that_of_the_moment) {
    auto what = offer();
    what.terms = {
        .valid_from = clock.now() + days{1}, .valid_until = clock.now() + days{3}, .usage_limit = 1};
    auto const id = made(what);
    BOOST_TEST(bool(state(id) == CouponState::not_yet));
    clock.advance(days{1});
    BOOST_TEST(bool(state(id) == CouponState::running));
    BOOST_TEST(desk.withdraw(id, by));
    BOOST_TEST(bool(state(id) == CouponState::withdrawn));
    BOOST_TEST(desk.withdraw(id, by));
    BOOST_TEST(audited("coupon.withdrawn") == 1);
    BOOST_TEST(desk.reinstate(id, by));
    bought();
    BOOST_TEST(bool(state(id) == CouponState::used_up));
    clock.advance(days{2});
    BOOST_TEST(bool(state(id) == CouponState::over));
    BOOST_TEST(!desk.withdraw(PublicCouponId::fresh(), by));
}

BOOST_AUTO_TEST_CASE(a_limit_never_goes_below_the_uses_and_a_withdrawn_code_is_taken_by_nobody) {
    auto const id = made(offer());
    bought();
    auto const other = test::a_person(db);
    auto order = wish();
    order.user = other.id;
    order.coupon = code;
    BOOST_TEST(bool(counter.checkout.begin(order)));
    BOOST_TEST(is_refused(id, {.usage_limit = 1}, TermsRefused::limit_below_uses));
    BOOST_TEST(bool(desk.change(id, {.usage_limit = 2}, by)));
    BOOST_TEST(is_refused(PublicCouponId::fresh(), {}, TermsRefused::unknown));
    BOOST_TEST(desk.withdraw(id, by));
    BOOST_TEST(
        bool(CouponBook{db}.find_usable(code, sita.id, clock.now()).error() == CouponRefused::unknown));
    BOOST_TEST(broken_rules() == "");
}

BOOST_AUTO_TEST_CASE(a_change_is_told_to_the_audit_log_with_before_and_after) {
    auto const id = made(offer());
    CouponTerms const terms{.usage_limit = 5, .modules = {Module::bill}};
    BOOST_TEST(bool(desk.change(id, terms, by)));
    BOOST_TEST(bool(desk.change(id, terms, by)));  // the same again
    BOOST_TEST(audited("coupon.changed") == 1);
    auto const changes =
        db.one("SELECT changes FROM audit_logs WHERE object_id = :id AND action = 'coupon.changed'",
               {{"id", id.text()}}, [](db::Row const& row) { return row.json("changes"); });
    BOOST_TEST(changes.dump() == R"({"modules":[[],["bill"]],"usage_limit":[null,5]})");
    BOOST_TEST(bool(desk.change(id, {}, by)));
    BOOST_TEST(desk.find(id)->modules.empty());
}

BOOST_AUTO_TEST_CASE(a_list_is_found_by_code_and_state) {
    auto const id = made(offer());
    auto const found = desk.list({.text = code.substr(2), .state = CouponState::running});
    BOOST_REQUIRE(found.lines.size() == 1u);
    BOOST_TEST(found.count == 1);
    BOOST_TEST(found.lines[0].public_id.text() == id.text());
    BOOST_TEST(desk.list({.text = code, .state = CouponState::over}).lines.empty());
    BOOST_TEST(desk.list({.text = "%"}).lines.empty());
}

BOOST_AUTO_TEST_SUITE_END()
