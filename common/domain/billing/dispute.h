#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/payment_store.h"
#include "domain/subscriptions/subscriptions.h"

namespace ssr::billing {

std::string_view code(DisputeStatus status);
std::optional<DisputeStatus> parse_dispute_status(std::string_view code);
/// The bank has not decided, or decided against us: nobody may use what was bought, nothing goes back.
bool is_frozen(DisputeStatus status);

/// What the gateway tells of a customer's complaint at his bank.
struct DisputeWord {
    std::string id;          // "disp_…"
    std::string payment_id;  // "pay_…"
    DisputeStatus status;
    std::string reason;  // "goods_not_received"
};

enum class DisputeOutcome { applied, nothing_new, unknown_payment };

/// Freezes what was bought while the bank decides, puts the payment before staff, and thaws it where the bank
/// decides for us. Forward only, like everything that is told of a payment.
class Disputes {
public:
    Disputes(db::Session& db, Clock const& clock, BillingConfig const& config)
        : db_{db}, clock_{clock}, subscriptions_{db, clock, config.secret_keys} {}
    DisputeOutcome apply(DisputeWord const& told);

private:
    db::Session& db_;
    Clock const& clock_;
    subscriptions::Subscriptions subscriptions_;
};

}  // namespace ssr::billing
