#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "db/session.h"
#include "domain/subscriptions/access.h"
#include "domain/subscriptions/term.h"

namespace ssr::subscriptions {

/// A subscription as it stands after it was begun, prolonged or cancelled.
struct Standing {
    SubscriptionId id;
    PublicSubscriptionId public_id;
    Status status;
    Instant expires_at;
};

/// One module of what was paid for.
struct Purchase {
    UserId user;
    ModuleId module;
    PricingId pricing;
    PaymentId payment;
    int months;
    std::optional<std::int64_t> usage_limit;
};

/// Somebody who asks for a trial; phone and e-mail tell whether he had one before, under whichever account.
struct Trialist {
    UserId user;
    PublicUserId public_user;
    std::string phone, email;  // either may be empty
    std::string ip_address;
};

enum class TrialRefused { not_offered, had_before, is_subscribed };
enum class CancelRefused { not_his, not_running };

struct Cancellation {
    UserId user;
    PublicSubscriptionId subscription;
    bool at_period_end = true;  // else access ends now
    std::string ip_address;
};

/// Who has what, and till when. Writes `subscriptions`, `subscription_periods` and `trials_used`.
class Subscriptions {
public:
    /// `secret_keys`: the present one first; identifiers of trials are hashed with it.
    Subscriptions(db::Session& db, Clock const& clock, std::vector<std::string> secret_keys)
        : db_{db}, clock_{clock}, secret_keys_{std::move(secret_keys)} {}

    /// Gives what was paid for, with its period. Stands in the capture's transaction; the caller makes sure
    /// that it happens once a payment.
    Standing extend(Purchase const& purchase);
    Result<Standing, TrialRefused> start_trial(Trialist const& who, Module module);
    /// A second cancellation of the same subscription changes nothing.
    Result<Standing, CancelRefused> cancel(Cancellation const& wish);
    std::vector<Standing> given_for(PaymentId payment);  // by module as bought; empty before the capture

private:
    void lock(UserId user);
    bool note_trial(Trialist const& who, ModuleId module);
    db::Session& db_;
    Clock const& clock_;
    std::vector<std::string> secret_keys_;
};

}  // namespace ssr::subscriptions
