#pragma once

#include "base/clock.h"
#include "dev/gateway/deliveries.h"
#include "dev/gateway/ledger.h"

namespace ssr::dev::gateway {

/// The simulated gateway's rules: orders created, attempted, paid; payments created, failed, authorized,
/// captured, refunded. Each change and the webhooks that tell of it are one transaction.
class Acquirer {
public:
    Acquirer(db::Session& db, Clock const& clock, Ledger& ledger, Deliveries& deliveries)
        : db_{db}, clock_{clock}, ledger_{ledger}, deliveries_{deliveries} {}

    Order make_order(NewOrder const& wish);
    Result<Payment, Denied> pay(Play const& play);
    Result<Payment, Denied> capture(std::string const& payment, NewCapture const& wish);
    /// The same key and wish again give the refund that they made.
    Result<Refund, Denied> refund(std::string const& payment, NewRefund const& wish,
                                  std::string_view idempotency_key);
    /// What happens by itself: a bank's late word, a customer who never came back, a refund that goes through
    /// or does not. Everybody who looks calls it first.
    void ripen();

    /// An event of that type with the payment as it is now; members of `more` replace what we would say.
    Result<Event, Denied> event(std::string const& type, std::string const& payment, Json const& more);

private:
    using Delay = std::chrono::milliseconds;
    void fail(Payment const& payment, Json const& error, Delay delay = {});
    void succeed(Payment const& payment, Order const& order, Delay delay = {});
    std::vector<Event> captured(Payment const& payment, Order const& order);
    void return_second(Payment const& payment);
    Refund give_back(Payment const& payment, NewRefund const& wish, Money amount, std::string_view key,
                     std::string const& request);
    void end_refund(Refund const& refund, std::string const& status);
    Event of(std::string type, std::string const& payment, Refund const* refund = nullptr);

    db::Session& db_;
    Clock const& clock_;
    Ledger& ledger_;
    Deliveries& deliveries_;
};

}  // namespace ssr::dev::gateway
