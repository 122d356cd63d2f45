#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "db/session.h"
#include "domain/messages/outbox.h"
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
    Money price = {};                       // before tax, for what is credited should it be upgraded
    std::optional<PeriodId> replaces = {};  // an upgrade: what is left of it was credited, and ends now
};

/// Somebody who asks for a trial; phone and e-mail tell whether he had one before, under whichever account.
struct Trialist {
    UserId user;
    PublicUserId public_user;
    std::string phone, email;  // either may be empty
    std::string ip_address;
    std::string idempotency_key = {};  // empty for none
};

/// What is left of the stretch that somebody uses now, and what it cost.
struct PaidStretch {
    PeriodId id;
    PublicSubscriptionId subscription;
    Money price;  // before tax
    Instant starts_at, ends_at;
    Instant subscription_ends_at;  // later, where more was paid ahead
};

enum class TrialRefused { not_offered, had_before, is_subscribed };
enum class CancelRefused { not_his, not_running };

struct Cancellation {
    UserId user;
    PublicSubscriptionId subscription;
    bool at_period_end = true;  // else access ends now
    std::string ip_address;
};

/// What staff do to a subscription of somebody.
struct Intervention {
    UserId by;
    PublicSubscriptionId subscription;
    std::string reason;
    std::string ip_address;
};
enum class InterventionRefused {
    unknown,
    himself,    // nobody changes what is his own
    outranked,  // the person's role is not below that of who wishes it
    not_running,
    not_suspended,  // or it is by a dispute, which ends at the bank
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
    /// Purchases of one person come one after the other, till the end of the transaction.
    void lock(UserId user);
    /// Whether what is left of a stretch can still be given up for an upgrade: it was neither credited before
    /// nor given back, and nobody suspended it. Holds to the end of the transaction, under lock().
    bool can_give_up(PeriodId stretch);
    Result<Standing, TrialRefused> start_trial(Trialist const& who, Module module);
    /// A second cancellation of the same subscription changes nothing.
    Result<Standing, CancelRefused> cancel(Cancellation const& wish);
    /// Takes a cancellation for the end of the period back while it runs.
    Result<Standing, CancelRefused> keep(UserId user, PublicSubscriptionId const& subscription,
                                         std::string const& ip_address);
    /// Whether he means to go on by himself, where no mandate can be given: nothing is charged for it, it
    /// only changes what the reminders say. Without a word it is the other way round than before. Returns how
    /// it is.
    Result<bool, CancelRefused> set_auto_renew(UserId user, PublicSubscriptionId const& subscription,
                                               std::optional<bool> is_on, std::string const& ip_address);

    /// A mandate charges its renewals from now on, or no more. Stands in the mandate's transaction.
    void mark_auto_renew(SubscriptionId subscription, bool is_on);

    /// Staff close a subscription and open it again; the time that it was closed for is added at its end. The
    /// person is told.
    Result<Standing, InterventionRefused> suspend(Intervention const& by);
    Result<Standing, InterventionRefused> resume(Intervention const& by);

    /// The paid stretch in use; nothing where there is none (a trial, a grant, days of grace), or where it is
    /// cancelled or suspended.
    std::optional<PaidStretch> stretch_in_use(UserId user, ModuleId module);

    std::vector<Standing> given_for(PaymentId payment);  // by module as bought; empty before the capture

    /// The money went back: what is left of that payment's stretches ends now, and those after them move up.
    /// A subscription of which nothing is left is cancelled. A second time changes nothing.
    void end_bought_with(PaymentId payment);
    /// Money of it went back, all or a part: what is left of it is not credited as well.
    void forget_price_of(PaymentId payment);
    /// The money is in dispute: what it bought is suspended, and goes on where it is thawed. What staff
    /// suspended stays suspended.
    void freeze_bought_with(PaymentId payment);
    void thaw_bought_with(PaymentId payment);

private:
    bool give_up(PeriodId stretch);
    void tell_holder(messages::Message const& message);
    bool note_trial(Trialist const& who, ModuleId module);
    db::Session& db_;
    Clock const& clock_;
    std::vector<std::string> secret_keys_;
};

}  // namespace ssr::subscriptions
