#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/billing/capture.h"
#include "domain/billing/coupon.h"
#include "domain/billing/coupon_guesses.h"
#include "domain/billing/gateway.h"
#include "domain/billing/payment_store.h"

namespace ssr::billing {

/// An order as somebody gave it; prices and tax are looked up here, never taken from him.
struct OrderWish {
    UserId user;
    Wish wish;
    std::string billing_name, email, phone, address;
    State state;
    std::optional<Gstin> gstin;
    std::string idempotency_key;  // empty for none
    std::string coupon = {};      // as typed; empty for none
};

/// A coupon and who would use it.
struct CouponWish {
    UserId user;
    std::string code;  // as typed; empty for none
};

enum class CheckoutRefused {
    unknown,           // no such module or bundle
    not_active,        // not sold now
    no_such_duration,  // not sold for so long
    closed_by_office,  // staff closed the module for this person: nothing is sold that would not open
    gateway_away,      // the gateway does not answer; nothing is owed, try again
    no_upgrade,        // nothing in use to upgrade, or what is left of it is worth more than the new one
    // Of the coupon (billing::CouponRefused):
    coupon_unknown,
    coupon_not_yet,
    coupon_expired,
    coupon_used_up,
    coupon_had_before,
    coupon_for_other_modules,
    too_many_coupons,  // that do not exist were tried: nothing is said of any for a while
};

/// What an order would cost. A coupon that is refused leaves it at the price without it.
struct Price {
    Quote quote = {};
    std::optional<subscriptions::PaidStretch> upgraded = {};  // what is in use, where this is to be more
    std::optional<Coupon> coupon = {};                        // that made it cheaper
    std::optional<CheckoutRefused> coupon_refused = {};
};

/// From a wish to an order that can be paid.
class Checkout {
public:
    Checkout(db::Session& db, Clock const& clock, BillingConfig const& config, Gateway& gateway,
             CouponGuesses guesses)
        : db_{db},
          clock_{clock},
          supplier_{config.supplier},
          gateway_{gateway},
          guesses_{guesses},
          capture_{db, clock, config} {}

    /// What the order would cost; orders nothing.
    Result<Price, CheckoutRefused> price(Wish const& wish, State const& state,
                                         std::optional<Gstin> const& gstin,
                                         std::optional<CouponWish> const& coupon = {});
    /// The order with the gateway's number. The same wish again gives the same order while it can be paid
    /// (double click, second tab, second try), and the same key gives the first answer again. Where a coupon
    /// leaves nothing to pay, the gateway is not asked and the order is captured at once.
    Result<Payment, CheckoutRefused> begin(OrderWish const& order);

private:
    Result<Coupon, CheckoutRefused> find_coupon(CouponWish const& wish);
    std::optional<subscriptions::PaidStretch> upgrade(QuoteLine& line, UserId user, bool is_at_once);
    std::optional<CheckoutRefused> closed_to(UserId user, Quote const& quote);
    Result<Payment, CheckoutRefused> placed(OrderWish const& order, Quote const& quote, State const& place);
    Result<Payment, CheckoutRefused> made_payable(Payment const& payment);
    Result<Payment, CheckoutRefused> known_to_gateway(PaymentId id);

    db::Session& db_;
    Clock const& clock_;
    Supplier supplier_;
    Gateway& gateway_;
    CouponGuesses guesses_;
    Capture capture_;
};

}  // namespace ssr::billing
