#pragma once

#include "base/clock.h"
#include "dev/gateway/deliveries.h"
#include "dev/gateway/ledger.h"
#include "dev/gateway/standing_orders.h"

namespace ssr::dev::gateway {

/// The simulated gateway's rules for subscriptions: created, authenticated by the customer, charged at the
/// end of each cycle; a charge that fails is tried again on the three days after it, then the subscription is
/// halted. Each change and the webhooks that tell of it are one transaction.
class Collector {
public:
    Collector(db::Session& db, Clock const& clock, Ledger& ledger, StandingOrders& orders,
              Deliveries& deliveries)
        : db_{db}, clock_{clock}, ledger_{ledger}, orders_{orders}, deliveries_{deliveries} {}

    Plan make_plan(NewPlan const& wish);
    Result<Subscription, Denied> subscribe(NewSubscription const& wish);
    Result<Subscription, Denied> cancel(std::string const& id, bool at_cycle_end);

    /// The customer's first payment: a small amount that goes back by itself; where the subscription begins
    /// at once, its first charge.
    Result<Payment, Denied> authorise(SubscriptionPlay const& play);
    /// A charge now, due or not. The bank goes on to answer so to those that fall due by the clock.
    Result<Payment, Denied> charge(SubscriptionPlay const& play);
    /// Charges what is due by the clock. Everybody who looks calls it first.
    void ripen();

private:
    Payment pay(Subscription const& subscription, std::string const& order, Money amount);
    Payment authenticate(Subscription subscription);
    Payment collect(Subscription subscription);
    Payment succeed(Subscription subscription, Invoice const& invoice, Payment const& payment);
    Payment fail(Subscription subscription, Payment const& payment);
    Invoice invoice_of(Subscription const& subscription);
    std::string make_order(Money amount, Json notes);
    Event of(std::string type, Subscription const& subscription,
             std::optional<std::string> const& payment = {});

    db::Session& db_;
    Clock const& clock_;
    Ledger& ledger_;
    StandingOrders& orders_;
    Deliveries& deliveries_;
};

}  // namespace ssr::dev::gateway
