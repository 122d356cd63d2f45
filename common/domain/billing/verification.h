#pragma once

#include <optional>
#include <string>

#include "domain/billing/capture.h"
#include "domain/billing/gateway.h"
#include "domain/jobs/queue.h"

namespace ssr::billing {

/// What Checkout handed to the customer's browser, as the browser posted it.
struct CheckoutWord {
    UserId user;
    std::string order_id, payment_id, signature;
    std::string ip_address;
};

enum class WordRefused { unknown_order, not_his, wrong_signature };
std::string_view code(WordRefused why);

/// The customer's own way to access: faster than the webhook, and never needed.
class Verification {
public:
    Verification(db::Session& db, Clock const& clock, Gateway& gateway, Capture& capture)
        : db_{db}, clock_{clock}, gateway_{gateway}, capture_{capture} {}

    /// The signature is checked with the order's number of our own table, then the gateway itself is asked;
    /// only its answer opens anything. The payment as it stands after it. Where the gateway is away, a job
    /// asks it again.
    Result<Payment, WordRefused> take(CheckoutWord const& word);

private:
    std::optional<WordRefused> fault(std::optional<Payment> const& payment, CheckoutWord const& word);
    void ask_gateway(Payment const& payment, std::string const& payment_id);
    void await(Payment const& payment);

    db::Session& db_;
    Clock const& clock_;
    Gateway& gateway_;
    Capture& capture_;
};

}  // namespace ssr::billing
