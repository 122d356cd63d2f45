#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
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
};

enum class CheckoutRefused {
    unknown,           // no such module or bundle
    not_active,        // not sold now
    no_such_duration,  // not sold for so long
    closed_by_office,  // staff closed the module for this person: nothing is sold that would not open
    gateway_away,      // the gateway does not answer; nothing is owed, try again
};

/// From a wish to an order that can be paid.
class Checkout {
public:
    Checkout(db::Session& db, Clock const& clock, BillingConfig const& config, Gateway& gateway)
        : db_{db}, clock_{clock}, supplier_{config.supplier}, gateway_{gateway} {}

    /// What the order would cost; writes nothing.
    Result<Quote, CheckoutRefused> price(Wish const& wish, State const& state,
                                         std::optional<Gstin> const& gstin);
    /// The order with the gateway's number. The same wish again gives the same order while it can be paid
    /// (double click, second tab, second try), and the same key gives the first answer again.
    Result<Payment, CheckoutRefused> begin(OrderWish const& order);

private:
    std::optional<CheckoutRefused> closed_to(UserId user, Quote const& quote);
    Payment placed(OrderWish const& order, Quote const& quote, State const& place);
    Result<Payment, CheckoutRefused> known_to_gateway(PaymentId id);

    db::Session& db_;
    Clock const& clock_;
    Supplier supplier_;
    Gateway& gateway_;
};

}  // namespace ssr::billing
